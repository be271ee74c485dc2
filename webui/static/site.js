/* The search box made quicker: proposals (a combobox as WAI-ARIA has it), "/" to reach it, "?" for
   help. Without this file the box is a form like any other. */
"use strict";
(() => {
  const PAUSE = 120; // ms
  const LONGEST = 200; // as the server does

  const box = document.querySelector("form.search input[name=q]");
  if (!box) return;
  const made = (name, kind, parent, text = "") => {
    const element = parent.appendChild(document.createElement(name));
    element.className = kind;
    element.textContent = text;
    return element;
  };

  const list = made("ul", "proposals", box.form);
  list.id = "forslag";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Förslag");
  const said = made("p", "unseen", box.form);
  said.setAttribute("role", "status");
  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  box.setAttribute("aria-expanded", "false");

  let proposals = [];
  let at = -1;
  let timer;
  let asking;

  const activate = (place) => {
    list.children[at]?.setAttribute("aria-selected", "false");
    at = place;
    const option = list.children[at];
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    box.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };

  const forget = () => {
    clearTimeout(timer);
    asking?.abort();
  };

  const show = (found) => {
    activate(-1);
    proposals = found;
    list.replaceChildren();
    found.forEach(addOption);
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = found.length ? `${found.length} förslag` : "";
  };

  const close = () => {
    forget();
    show([]);
  };

  const addOption = (proposal, place) => {
    const option = made("li", "", list);
    option.id = `forslag-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    addLabel(made("span", "name", option), proposal);
    option.append(" ");
    made("span", "count", option, proposal.slag);
    option.addEventListener("click", () => pick(proposal));
  };

  /* What was typed is plain, what would be added is bold. */
  const addLabel = (label, { visas, sida }) => {
    const letters = [...visas];
    const typed = folded([...box.value.match(sida ? /\S.*/ : /[^\s("”-]*$/)[0]]);
    const start = typed ? folded(letters).indexOf(typed) : -1;
    const end = start < 0 ? 0 : start + typed.length;
    const piece = (from, to) => letters.slice(from, to).join("");
    if (start > 0) made("b", "", label, piece(0, start));
    label.append(piece(Math.max(start, 0), end));
    if (end < letters.length) made("b", "", label, piece(end));
  };
  const folded = (letters) => letters.map((it) => it.normalize("NFD")[0].toLowerCase()[0]).join("");

  /* A name is chosen as in the margin; a case has a page. */
  const pick = ({ text, sort, id, rest, sida }) => {
    close();
    if (sida) return location.assign(sida);
    if (!id) {
      box.value = text;
      return box.form.requestSubmit();
    }
    const asked = new URLSearchParams(new FormData(box.form));
    asked.set("q", rest);
    if (!rest) asked.delete("q");
    asked.append(sort, id);
    location.assign(`${box.form.action}?${asked}`);
  };

  const ask = async () => {
    forget();
    if (!box.value.trim() || box.value.length > LONGEST) return close();
    const mine = (asking = new AbortController());
    try {
      const address = `${box.dataset.proposals}?q=${encodeURIComponent(box.value)}`;
      const answer = await fetch(address, { signal: mine.signal });
      const found = answer.ok ? (await answer.json()).forslag : [];
      if (!mine.signal.aborted) show(found);
    } catch {
      if (!mine.signal.aborted) show([]); // no connection; the form works
    }
  };

  const KEYS = {
    ArrowDown: () => (list.hidden ? ask() : activate(at + 1 < proposals.length ? at + 1 : -1)),
    ArrowUp: () => (list.hidden ? ask() : activate(at < 0 ? proposals.length - 1 : at - 1)),
    Enter: () => (at < 0 ? false : pick(proposals[at])),
    Escape: () => (list.hidden ? (forget(), (box.value = "")) : close()),
    Tab: () => (close(), false),
  };
  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in KEYS && KEYS[event.key]() !== false) event.preventDefault();
  });
  box.addEventListener("input", () => {
    forget();
    timer = setTimeout(ask, PAUSE);
  });
  box.addEventListener("blur", close);
  box.form.addEventListener("submit", close);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus

  /* Keys of one letter can be turned off, for those who speak to their computer. */
  let on = true;
  try {
    on = localStorage.kortkommandon !== "av";
  } catch {} // nothing may be kept
  const foot = document.querySelector(".bottom .wide");
  if (foot && matchMedia("(any-hover: hover)").matches) {
    const keys = made("p", "keys", foot);
    const text = made("span", "", keys);
    const turn = made("button", "plain", keys);
    const tell = () => {
      text.textContent = on ? "/ går till sökrutan, ? till hjälpen." : "Tangenterna / och ? är av.";
      turn.textContent = on ? "Stäng av" : "Sätt på";
    };
    tell();
    turn.addEventListener("click", () => {
      on = !on;
      tell();
      try {
        localStorage.kortkommandon = on ? "på" : "av";
      } catch {}
    });
  }
  document.addEventListener("keydown", (event) => {
    if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (event.key === "/") {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === "?") location.assign(box.dataset.help);
  });
})();
