/* A protocol made quicker: quotations and addresses are copied with one press, one goes from mark to
   mark, and the contents tell where one is. Without this file the same is there as links. */
"use strict";
(() => {
  const sheet = document.querySelector(".protocol .sheet");
  if (!sheet) return;

  const made = (name, kind, text = "") => {
    const element = document.createElement(name);
    element.className = kind;
    element.textContent = text;
    return element;
  };
  const said = document.body.appendChild(made("p", "unseen"));
  said.setAttribute("role", "status");
  const say = (text) => {
    said.textContent = "";
    setTimeout(() => (said.textContent = text), 50); // the same words again are said again
  };

  /* Quotations and addresses. Where the browser lets no page copy, as without https, links stay. */
  const SHOWN = 2500; // ms that a button says what it did
  const copies = (element, link, text, done) => {
    const word = element.firstChild;
    const usual = word.textContent;
    let timer;
    element.addEventListener("click", async (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a link is opened elsewhere
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(text);
      } catch {
        return location.assign(link.href);
      }
      say(done);
      word.textContent = done;
      clearTimeout(timer);
      timer = setTimeout(() => (word.textContent = usual), SHOWN);
    });
  };
  if (navigator.clipboard) {
    for (const link of document.querySelectorAll("a.cite")) {
      const button = made("button", "cite");
      button.type = "button";
      button.append(...link.childNodes);
      copies(button, link, link.dataset.quote, "Kopierat med källa");
      link.replaceWith(button);
    }
    for (const link of document.querySelectorAll("a.copy")) copies(link, link, link.href, "Länken kopierad");
  }

  /* Hits: marks that stand together are one, as they are counted. */
  const bar = sheet.querySelector(".bar-of");
  const line = sheet.querySelector(".met");
  const marks = [...sheet.querySelectorAll(".word")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let at = -1;
  const inView = (mark) => {
    const { top, bottom } = mark.getBoundingClientRect();
    return top >= (bar?.offsetHeight ?? 0) && bottom <= innerHeight;
  };
  const stand = (place) => {
    marks[at]?.classList.remove("here");
    at = (place + marks.length) % marks.length;
    marks[at].classList.add("here");
    line.querySelector(".told").textContent = `Träff ${at + 1} av ${marks.length}`;
  };
  const go = (step) => {
    stand(at < 0 && step < 0 ? -1 : at + step);
    marks[at].closest("details")?.setAttribute("open", "");
    marks[at].scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    const title = marks[at].closest(".section")?.querySelector("h2")?.textContent ?? "";
    say(`Träff ${at + 1} av ${marks.length}. ${title}`);
  };
  /* Keys of one letter can be turned off, as for the search box: it is one choice. */
  const setting = (value) => {
    try {
      if (value) localStorage.setItem("kortkommandon", value);
      return localStorage.getItem("kortkommandon");
    } catch {
      return value; // nothing may be kept: it holds for this page
    }
  };
  const target = () => {
    try {
      return document.getElementById(decodeURIComponent(location.hash.slice(1)));
    } catch {
      return null; // the address ends in something that is no text
    }
  };
  /* Who comes to what a date or a förvaltning rests on has asked to see it. */
  const unfold = () => {
    const place = target();
    if (place?.id === "underlag") for (const it of place.querySelectorAll("details")) it.open = true;
  };
  unfold();
  addEventListener("hashchange", unfold);

  if (line && marks.length) {
    line.querySelector("a").remove();
    for (const [name, what, step] of [["Förra", " träffen", -1], ["Nästa", " träff", 1]]) {
      const button = line.appendChild(made("button", "plain", name));
      button.append(made("span", "unseen", what));
      button.type = "button";
      button.addEventListener("click", () => go(step));
    }
    let keys = setting() !== "av";
    if (matchMedia("(any-hover: hover)").matches) {
      const hint = line.appendChild(made("span", "hint"));
      const text = hint.appendChild(made("span", ""));
      const turn = hint.appendChild(made("button", "cite"));
      turn.type = "button";
      const tell = () => {
        text.textContent = keys ? "Tangenterna n och p bläddrar också. " : "Tangenterna n och p är avstängda. ";
        turn.textContent = keys ? "Stäng av" : "Sätt på";
      };
      turn.addEventListener("click", () => {
        keys = !keys;
        setting(keys ? "på" : "av");
        tell();
      });
      tell();
    }
    const place = target();
    const first = marks.findIndex((mark) => !place || place.contains(mark));
    if (first >= 0) {
      stand(first);
      // Who goes back or reloads stands where they stood.
      const fresh = performance.getEntriesByType("navigation")[0]?.type === "navigate";
      if (fresh && !inView(marks[first])) marks[first].scrollIntoView({ block: "center", behavior: "auto" });
    }
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
      const step = { n: 1, p: -1 }[event.key];
      if (step && keys) go(step);
    });
  }

  /* Contents: the § that is being read is the last whose beginning has passed the upper third. */
  const contents = document.querySelector(".contents");
  const links = new Map();
  for (const link of contents?.querySelectorAll("a") ?? []) {
    const section = document.getElementById(link.hash.slice(1));
    if (section) links.set(section, link);
  }
  const within = new Set();
  let current;
  const tell = () => {
    const link = links.get([...links.keys()].find((section) => within.has(section)));
    if (!link || link === current) return;
    current?.removeAttribute("aria-current");
    current = link;
    link.setAttribute("aria-current", "location");
    if (getComputedStyle(contents).position !== "sticky") return;
    const edge = contents.getBoundingClientRect();
    const own = link.getBoundingClientRect();
    if (own.top < edge.top || own.bottom > edge.bottom) contents.scrollTop += own.top - edge.top - edge.height / 3;
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) within[isIntersecting ? "add" : "delete"](target);
      tell();
    },
    { rootMargin: "-25% 0px -70% 0px" },
  );
  for (const section of links.keys()) observer.observe(section);
})();
