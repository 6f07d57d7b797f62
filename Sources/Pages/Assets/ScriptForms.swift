/// Word counts, filters, unsaved changes, confirmation, upload progress.
let scriptForms = #"""
  (() => {
    const all = (selector, from = document) => [...from.querySelectorAll(selector)];

    const count = (area) => {
      const line = document.getElementById(area.id + "-count");
      if (!line) return;
      const words = (area.value.match(/\S+/g) || []).length;
      const limit = Number(area.dataset.words);
      line.textContent = `${words} of ${limit} words`;
      line.classList.toggle("over-limit", words > limit);
    };
    document.addEventListener("input", (event) => {
      if (event.target.dataset && event.target.dataset.words) count(event.target);
    });
    all("[data-words]").forEach(count);

    for (const box of all("input[data-filters]")) {
      const list = document.getElementById(box.dataset.filters);
      if (!list) continue;
      const rows = all("tbody > tr, :scope > [data-row], :scope.choices > *", list);
      // Some boxes are of use with this script only.
      const hider = box.closest("[hidden]");
      if (hider) hider.hidden = false;
      if (!box.name) box.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
      const texts = rows.map((row) => row.textContent.toLowerCase());
      box.addEventListener("input", () => {
        const wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
        rows.forEach((row, index) => { 
          const isChosen = list.classList.contains("choices") && row.querySelector(":checked");
          row.hidden = !isChosen && !wanted.every((word) => texts[index].includes(word));
        });
      });
    }

    for (const box of all("input[data-completes]")) {
      const words = box.dataset.completes.split(" ");
      const list = document.getElementById(box.getAttribute("list"));
      box.addEventListener("input", () => {
        const [, before, word] = box.value.match(/^(.*?)([^\s()]*)$/s);
        const sign = word.startsWith("-") ? "-" : "";
        const wanted = word.slice(sign.length).toLowerCase();
        const known = wanted && words.filter((each) => each.toLowerCase().startsWith(wanted) && each.toLowerCase() !== wanted);
        list.replaceChildren(...(known || []).slice(0, 12).map((each) => {
          const option = document.createElement("option");
          option.value = before + sign + each;
          return option;
        }));
      });
    }

    let leaving = false;
    const snapshot = (form) => JSON.stringify([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const guarded = all("form[data-guarded]").map((form) => ({ form, before: snapshot(form) }));
    window.lecternSaved = (form) => {
      for (const entry of guarded) if (entry.form === form) entry.before = snapshot(form);
    };
    window.addEventListener("beforeunload", (event) => {
      if (!leaving && guarded.some(({ form, before }) => snapshot(form) !== before)) event.preventDefault();
    });

    const ask = (question, go) => {
      const dialog = document.createElement("dialog");
      const text = document.createElement("p");
      text.textContent = question;
      const actions = document.createElement("div");
      actions.className = "actions";
      const yes = document.createElement("button");
      yes.textContent = "Yes, go on";
      const no = document.createElement("button");
      no.textContent = "Cancel";
      no.className = "quiet";
      no.autofocus = true;
      yes.addEventListener("click", () => { dialog.close(); go(); });
      no.addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => dialog.remove());
      actions.append(yes, no);
      dialog.append(text, actions);
      document.body.append(dialog);
      dialog.showModal();
    };

    const upload = (form, panel) => {
      const file = form.querySelector("input[type=file]");
      const status = panel.querySelector("[role=status]");
      const limit = Number(file.dataset.limit);
      panel.hidden = false;
      if (limit && file.files[0] && file.files[0].size > limit) {
        const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
        status.textContent = `This file has ${megabytes(file.files[0].size)} MB; the limit is ${megabytes(limit)} MB.`;
        return;
      }
      const request = new XMLHttpRequest();
      const target = new URL(form.getAttribute("action"), location.href);
      request.open("POST", target.href);
      request.upload.addEventListener("progress", (event) => {
        if (!event.lengthComputable) return;
        const percent = Math.round((100 * event.loaded) / event.total);
        panel.querySelector("progress").value = percent;
        status.textContent = percent < 100 ? `${percent} %` : "Storing";
      });
      request.addEventListener("load", () => {
        const answered = new URL(request.responseURL || target, location.href);
        leaving = true;
        if (answered.href !== target.href) location.assign(answered.href);
        else if (request.status < 400) location.reload();
        else {
          leaving = false;
          const main = new DOMParser().parseFromString(request.responseText, "text/html").querySelector("main");
          if (main) {
            document.querySelector("main").replaceWith(document.adoptNode(main));
            main.focus();
          } else status.textContent = "The upload was refused. Reload the page and try again.";
        }
      });
      request.addEventListener("error", () => {
        status.textContent = "The connection broke. Nothing was lost on the server; try again.";
      });
      request.send(new FormData(form));
    };

    document.addEventListener("submit", (event) => {
      const form = event.target;
      const button = event.submitter;
      const question = (button && button.dataset.confirm) || form.dataset.confirm;
      if (question && !form.dataset.asked && !(button && "unasked" in button.dataset)) {
        event.preventDefault();
        ask(question, () => {
          form.dataset.asked = "yes";
          form.requestSubmit(button && button.form === form ? button : undefined);
          delete form.dataset.asked;
        });
        return;
      }
      const panel = form.querySelector(".progress");
      if (panel) {
        event.preventDefault();
        upload(form, panel);
        return;
      }
      leaving = form.method === "post" || !guarded.length;
    });

    if (document.querySelector("[data-refresh]")) {
      const dirty = () => guarded.some(({ form, before }) => snapshot(form) !== before)
        || all("input[type=file]").some((file) => file.files.length);
      let tries = 0;
      const look = () => {
        if (dirty() || tries++ > 10) return;
        fetch(location.href, { headers: { "X-Requested-With": "fetch" } }).then((answer) => answer.text()).then((text) => {
          if (text.includes("data-refresh")) setTimeout(look, 2000 + tries * 500);
          else if (!dirty()) location.reload();
        }).catch(() => setTimeout(look, 5000));
      };
      setTimeout(look, 2000);
    }

    if (document.querySelector("[data-live]")) {
      const look = async () => {
        try {
          const answer = await fetch(location.href, { headers: { "X-Requested-With": "fetch" } });
          const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
          for (const place of all("[data-live]")) {
            const next = fresh.getElementById(place.id);
            if (next && next.innerHTML !== place.innerHTML) place.innerHTML = next.innerHTML;
          }
        } catch {}
        setTimeout(look, 5000);
      };
      setTimeout(look, 5000);
    }
  })();

  """#
