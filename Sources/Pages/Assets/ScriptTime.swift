/// Time left, the viewer's own zone and the server's clock.
let scriptTime = #"""
  "use strict";
  (() => {
    const root = document.documentElement;
    const serverNow = Number(root.dataset.now) * 1000;
    if (!serverNow) return;
    const offset = serverNow - Date.now();
    const now = () => Date.now() + offset;

    const words = (seconds) => {
      const parts = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
      const first = parts.findIndex(([, size]) => seconds >= size);
      if (first < 0) return "0 seconds";
      let rest = seconds;
      return parts.slice(first, first + 2).map(([unit, size]) => {
        const count = Math.floor(rest / size);
        rest %= size;
        return count ? `${count} ${unit}${count === 1 ? "" : "s"}` : "";
      }).filter(Boolean).join(" ");
    };

    const own = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
    if (root.dataset.zone === "UTC" && own !== "UTC" && own !== "Etc/UTC") {
      const format = new Intl.DateTimeFormat("en-GB", {
        weekday: "short", hour: "2-digit", minute: "2-digit", hour12: false, timeZone: own,
      });
      for (const time of document.querySelectorAll("time[data-deadline]")) {
        const span = document.createElement("span");
        span.className = "zone";
        span.textContent = ` (${format.format(new Date(time.dateTime))} ${own.split("/").pop().replaceAll("_", " ")})`;
        time.append(span);
      }
    }

    const tick = () => {
      for (const time of document.querySelectorAll("time[data-deadline]")) {
        const left = time.nextElementSibling;
        if (!left || !left.hasAttribute("data-left")) continue;
        const seconds = Math.floor(Number(time.dataset.deadline) - now() / 1000);
        left.textContent = seconds > 0 ? `${words(seconds)} left` : "over";
      }
      const clock = document.querySelector("time[data-clock]");
      if (clock) {
        const shown = new Date(now());
        clock.textContent = clock.textContent.replace(/\d\d:\d\d:\d\d/, shown.toISOString().slice(11, 19));
      }
    };
    tick();
    setInterval(tick, 1000);
  })();

  """#
