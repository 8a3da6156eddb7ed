
"use strict";
// Ours, and all there is. It reads and writes this page and nothing else: no storage, no network, no cookies.
{
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const make = (name, how = {}, ...inside) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(how)) key in made ? (made[key] = value) : made.setAttribute(key, value);
    made.append(...inside);
    return made;
  };
  const say = words => { document.getElementById("said").textContent = words; };

  // One step at a time; the address says which, so that back and forward work as everywhere.
  const steps = all("section.step");
  const back = document.querySelector(".back"), next = document.querySelector(".next");
  const show = first => {
    const at = Math.max(0, steps.findIndex(step => "#" + step.id === location.hash));
    steps.forEach((step, number) => { step.hidden = number !== at; });
    back.hidden = at === 0;
    next.hidden = at === steps.length - 1;
    if (at) back.href = "#" + steps[at - 1].id;
    if (at < steps.length - 1) next.href = "#" + steps[at + 1].id;
    document.querySelector(".at").textContent = at ? `${at} of ${steps.length - 1}` : "";
    for (const open of all("header details")) open.open = false;
    if (!first) { scrollTo(0, 0); steps[at].focus(); }
  };
  addEventListener("hashchange", () => { if (steps.some(step => "#" + step.id === location.hash)) show(); });

  // What is hidden until the room has had its say.
  for (const button of all("button.reveal")) {
    const shown = document.getElementById(button.getAttribute("aria-controls"));
    const label = button.textContent;
    button.addEventListener("click", () => {
      shown.hidden = !shown.hidden;
      button.setAttribute("aria-expanded", String(!shown.hidden));
      button.textContent = shown.hidden ? label : label.replace("Show", "Hide");
      button.closest(".passage")?.classList.toggle("shown", !shown.hidden);
      if (!shown.hidden) {
        shown.focus({ preventScroll: true });
        button.scrollIntoView({ block: "center" });
      }
    });
  }

  // Marking words: click or drag with a mouse; with the keyboard, arrows walk, shift and arrows stretch, space marks.
  for (const passage of all(".passage:has(.marking)")) {
    const text = passage.querySelector(".text"), whole = text.textContent;
    const tool = JSON.parse(passage.dataset.tool);
    const words = [], spans = new Map(), why = new Map();
    const list = make("div", { className: "words", role: "listbox", "aria-multiselectable": "true",
      "aria-labelledby": passage.id + "-title", "aria-describedby": passage.id + "-how" });
    for (const found of whole.matchAll(/(\S+)\s*/g)) {
      const from = found.index, to = from + found[1].length;
      const isTools = tool.some(([start, end]) => from < end && to > start);
      const word = make("span", { className: isTools ? "word tool" : "word", role: "option", tabIndex: -1,
        "aria-selected": "false" }, found[0]);
      spans.set(word, [from, to]);
      words.push(word);
      list.append(word);
    }
    words[0].tabIndex = 0;
    const said = (from, to) => words.slice(from, to + 1).map(word => word.textContent).join("").trim();
    const isMarked = word => word.getAttribute("aria-selected") === "true";
    const marks = () => {
      const runs = [];
      words.forEach((word, at) => {
        if (!isMarked(word)) return;
        const last = runs.at(-1);
        last && last.to === at - 1 ? (last.to = at) : runs.push({ from: at, to: at });
      });
      return runs.map(run => ({ ...run, words: said(run.from, run.to) }));
    };
    const listed = make("ol", { className: "marks", "aria-label": "Your marks" });
    const none = make("p", { className: "quiet" }, "Nothing marked yet.");
    const compare = () => {
      const both = passage.querySelector(".both"), yours = marks();
      const met = tool.filter(([from, to]) => words.some(word => isMarked(word) && word.classList.contains("tool")
        && spans.get(word)[0] < to && spans.get(word)[1] > from)).length;
      const alone = yours.filter(run => !words.slice(run.from, run.to + 1).some(word => word.classList.contains("tool"))).length;
      both.textContent = `Marked by you and the tool: ${met}. Only by you: ${alone}. Only by the tool: ${tool.length - met}.`;
    };
    const draw = () => {
      listed.replaceChildren(...marks().map(run => {
        const key = words.slice(run.from, run.to + 1).find(word => why.get(word)) ?? words[run.from];
        const input = make("input", { type: "text", autocomplete: "off", spellcheck: false, value: why.get(key) ?? "" });
        input.addEventListener("input", () => why.set(key, input.value));
        const away = make("button", { type: "button", className: "plain", "aria-label": `Take away the mark on ${run.words}` }, "Take away");
        away.addEventListener("click", () => { mark(run.from, run.to, false); words[run.from].focus(); });
        return make("li", {}, make("q", {}, run.words), make("label", {}, `Why would you change it?`, input), away);
      }));
      none.hidden = listed.childElementCount > 0;
      compare();
    };
    const mark = (from, to, on) => {
      const [low, high] = [Math.min(from, to), Math.max(from, to)];
      for (const word of words.slice(low, high + 1)) word.setAttribute("aria-selected", String(on));
      say(`${on ? "Marked" : "No longer marked"}: ${said(low, high)}.`);
      draw();
    };
    let begun = null, before = [];
    const stretch = to => {
      const [low, high] = [Math.min(begun.at, to), Math.max(begun.at, to)];
      words.forEach((word, at) => word.setAttribute("aria-selected", String(at >= low && at <= high ? begun.on : before[at])));
    };
    list.addEventListener("pointerdown", event => {
      const at = words.indexOf(event.target.closest(".word"));
      if (at < 0 || event.button) return;
      event.preventDefault();
      before = words.map(isMarked);
      begun = { at, last: at, on: !before[at] };
      walk(at);
      stretch(at);
    });
    list.addEventListener("pointerover", event => {
      const at = words.indexOf(event.target.closest(".word"));
      if (begun && at >= 0 && event.pointerType === "mouse") { begun.last = at; stretch(at); }
    });
    addEventListener("pointerup", () => { if (begun) { mark(begun.at, begun.last, begun.on); begun = null; } });
    addEventListener("pointercancel", () => { if (begun) { words.forEach((word, at) => word.setAttribute("aria-selected", String(before[at]))); begun = null; } });
    const walk = at => {
      for (const word of words) word.tabIndex = -1;
      words[at].tabIndex = 0;
      words[at].focus();
    };
    const line = (at, down) => {
      const here = words[at].getBoundingClientRect(), middle = (here.left + here.right) / 2;
      const others = words.map((word, number) => ({ number, box: word.getBoundingClientRect() }))
        .filter(({ box }) => (down ? box.top > here.bottom - 4 : box.bottom < here.top + 4));
      const top = down ? Math.min(...others.map(({ box }) => box.top)) : Math.max(...others.map(({ box }) => box.top));
      const near = others.filter(({ box }) => Math.abs(box.top - top) < 4)
        .sort((a, b) => Math.abs((a.box.left + a.box.right) / 2 - middle) - Math.abs((b.box.left + b.box.right) / 2 - middle));
      return near.length ? near[0].number : at;
    };
    list.addEventListener("keydown", event => {
      const at = words.indexOf(document.activeElement);
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: words.length - 1 }[event.key]
        ?? (event.key === "ArrowDown" ? line(at, true) : event.key === "ArrowUp" ? line(at, false) : null);
      if (to !== null) {
        event.preventDefault();
        const there = Math.max(0, Math.min(words.length - 1, to));
        if (event.shiftKey) mark(at, there, true);
        walk(there);
      } else if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        mark(at, at, !isMarked(words[at]));
      }
    });
    text.classList.add("heard");
    const how = make("p", { id: passage.id + "-how", className: "quiet" },
      "Click a word, or drag over several. With the keyboard: arrow keys walk, Space marks, Shift and an arrow key mark on.");
    const key = make("p", { className: "key", "aria-hidden": "true" },
      make("span", { className: "k-yours" }, "marked by you"), make("span", { className: "k-tool" }, "marked by the tool"));
    passage.querySelector(".marking").append(how, list, key, make("h3", {}, "Your marks"), none, listed);
    draw();
  }

  // A clock for each step. It never ends anything by itself.
  for (const clock of all(".clock")) {
    const whole = Number(clock.dataset.minutes) * 60, left = clock.querySelector(".left");
    const button = make("button", { type: "button", className: "plain" }, "Start the clock");
    let ends = 0, rest = whole, ticking = 0;
    const write = () => { left.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, "0")} left`; };
    const tick = () => {
      rest = Math.max(0, Math.round((ends - Date.now()) / 1000));
      write();
      if (rest === 60) say("One minute left.");
      if (rest === 0) { stop(); left.textContent = "The time is up; go on when you are ready."; say(left.textContent); rest = whole; }
    };
    const stop = () => { clearInterval(ticking); ticking = 0; button.textContent = "Start the clock"; };
    button.addEventListener("click", () => {
      if (ticking) { stop(); button.textContent = "Go on"; return; }
      ends = Date.now() + rest * 1000;
      ticking = setInterval(tick, 500);
      button.textContent = "Stop the clock";
      write();
    });
    clock.append(button);
  }

  // Hands in the room: where do we differ? The share of pairs of people who said the same.
  for (const button of all("button.differ")) {
    const shown = document.getElementById(button.getAttribute("aria-controls"));
    button.addEventListener("click", () => {
      const rows = new Map();
      for (const input of all("input[data-mark]", button.closest("section"))) {
        const key = input.dataset.record + "\n" + input.dataset.question;
        if (!rows.has(key)) rows.set(key, { ...input.dataset, hands: [] });
        rows.get(key).hands.push([input.dataset.mark, Math.max(0, Math.floor(Number(input.value) || 0))]);
      }
      const told = [...rows.values()].map(row => {
        const hands = row.hands.reduce((sum, [, count]) => sum + count, 0);
        const same = row.hands.reduce((sum, [, count]) => sum + count * (count - 1), 0);
        return { ...row, all: hands, share: hands > 1 ? same / (hands * (hands - 1)) : null };
      }).filter(row => row.share !== null).sort((a, b) => a.share - b.share);
      shown.replaceChildren(told.length ? table(told) : make("p", {}, "No hands yet. Two or more are needed for a question."));
      shown.hidden = false;
      shown.focus();
    });
  }
  const table = told => make("table", {},
    make("caption", {}, "Where we differ most comes first"),
    make("thead", {}, make("tr", {}, ...["Record", "Question", "Hands", "Pairs of us who said the same"].map(words => make("th", { scope: "col" }, words)))),
    make("tbody", {}, ...told.map(row => make("tr", {},
      make("th", { scope: "row" }, row.record), make("td", {}, row.question),
      make("td", {}, row.hands.map(([words, count]) => `${words} ${count}`).join(", ")),
      make("td", {}, `${Math.round(row.share * 100)}%`)))));

  show(true);
}
