/// Drafts that save themselves, single bids, and author rows without a round trip.
let scriptDrafts = #"""
  (() => {
    for (const form of document.querySelectorAll("form[data-draft]")) {
      const status = form.querySelector("[data-saved]");
      const version = form.querySelector("input[name=version]");
      let timer = 0;
      let sending = false;
      let again = false;
      let stopped = false;
      let pressed = null;
      const save = async () => {
        if (stopped) return;
        if (sending) { again = true; return; }
        sending = true;
        const body = new URLSearchParams(new FormData(form));
        try {
          const answer = await fetch(form.dataset.draft, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
          if (answer.status === 409) {
            stopped = true;
            status.textContent = "Saved in another tab meanwhile. Press Save draft to see both versions; nothing is lost.";
          } else if (!answer.ok) {
            stopped = answer.status < 500;
            status.textContent = "The draft was not saved. Press Save draft to learn why.";
          } else {
            const told = await answer.json();
            if (version && told.version !== undefined) version.value = told.version;
            status.textContent = `Draft saved ${new Date(told.savedAt).toISOString().slice(11, 16)} UTC`;
            if (!again) window.lecternSaved(form);
          }
        } catch {
          status.textContent = "No connection. The draft will be saved when it is back.";
          again = true;
        }
        sending = false;
        if (pressed) { const press = pressed; pressed = null; press(); }
        else if (again) { again = false; timer = setTimeout(save, 5000); }
      };
      form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 1500); });
      // A press while a save is under way would send a version that the save is about to replace, and be refused for it.
      form.addEventListener("submit", (event) => {
        clearTimeout(timer);
        again = false;
        if (!sending) return;
        event.preventDefault();
        event.stopPropagation();
        const button = event.submitter;
        pressed = () => form.requestSubmit(button && button.form === form ? button : undefined);
      });
    }

    const bids = document.getElementById("bid-list");
    if (bids) {
      const form = bids.closest("form");
      bids.addEventListener("change", async (event) => {
        if (event.target.type !== "radio") return;
        const status = form.querySelector("[data-saved]");
        // A conflict takes the paper away, so that it wants a kind and a press of its own.
        if (event.target.value === "*conflict") {
          status.textContent = "Choose the kind of conflict and press Save bids to declare it.";
          return;
        }
        const body = new URLSearchParams({ csrf: form.elements.csrf.value, [event.target.name]: event.target.value });
        try {
          const target = form.getAttribute("action");
          const answer = await fetch(target, { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
          status.textContent = answer.ok ? "Bid saved" : "The bid was not saved. Press Save bids to learn why.";
        } catch {
          status.textContent = "No connection. Press Save bids when it is back.";
        }
      });
      const keys = document.querySelector("[data-keys]");
      if (keys) keys.hidden = false;
      const cards = [...bids.querySelectorAll("[data-row]")];
      for (const card of cards) card.tabIndex = -1;
      document.addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=radio], [type=checkbox]), select, textarea")) return;
        const shown = cards.filter((card) => !card.hidden);
        const at = shown.findIndex((card) => card.contains(document.activeElement));
        if (event.key === "j" || event.key === "k") {
          const next = shown[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
          if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
        } else if (at >= 0 && event.key === "a") {
          const abstract = shown[at].querySelector("details");
          if (abstract) abstract.open = !abstract.open;
        } else if (at >= 0 && event.key === "x") {
          const box = shown[at].querySelector("input[type=checkbox]");
          if (box) box.click();
        } else if (at >= 0 && /^[0-9]$/.test(event.key)) {
          const choices = [...shown[at].querySelectorAll("input[type=radio]")];
          const choice = event.key === "0" ? choices[choices.length - 1] : choices.slice(0, -1)[event.key - 1];
          if (choice) choice.click();
        } else {
          return;
        }
        event.preventDefault();
      });
    }

    const rows = document.querySelector("[data-rows=authors]");
    const add = document.querySelector("[data-add=authors]");
    if (!rows || !add) return;
    const renumber = () => {
      [...rows.children].forEach((row, index) => {
        const mark = (text) => text.replace(/authors\.\d+/, `authors.${index}`);
        row.querySelector("legend").textContent = `Author ${index + 1}`;
        for (const part of row.querySelectorAll("[id], [for], [name]")) {
          for (const key of ["id", "for", "name", "aria-describedby"]) {
            const value = part.getAttribute(key);
            if (value) part.setAttribute(key, mark(value));
          }
        }
        for (const button of row.querySelectorAll("button[name=action]")) {
          button.value = button.value.replace(/\.\d+$/, `.${index}`);
          button.setAttribute("aria-label", button.getAttribute("aria-label").replace(/author \d+/, `author ${index + 1}`));
          if (button.value.startsWith("author-up")) button.disabled = index === 0;
          if (button.value.startsWith("author-down")) button.disabled = index === rows.children.length - 1;
        }
      });
    };
    add.addEventListener("click", (event) => {
      const last = rows.lastElementChild;
      if (!last) return;
      event.preventDefault();
      const row = last.cloneNode(true);
      for (const field of row.querySelectorAll("input")) {
        field.checked = false;
        if (field.type !== "checkbox") field.value = "";
        field.removeAttribute("aria-invalid");
      }
      for (const note of row.querySelectorAll(".problem, .lack")) note.remove();
      for (const box of row.querySelectorAll(".has-problem")) box.classList.remove("has-problem");
      rows.append(row);
      renumber();
      row.querySelector("input").focus();
    });
    rows.addEventListener("click", (event) => {
      const button = event.target.closest("button[name=action]");
      if (!button) return;
      const row = button.closest("li");
      if (button.value.startsWith("author-remove") && rows.children.length > 1) row.remove();
      else if (button.value.startsWith("author-up") && row.previousElementSibling) row.previousElementSibling.before(row);
      else if (button.value.startsWith("author-down") && row.nextElementSibling) row.nextElementSibling.after(row);
      else return;
      event.preventDefault();
      renumber();
      if (row.isConnected) button.focus();
    });
  })();

  """#
