"use strict";

const terminal = document.querySelector(".textual-terminal");
const again = document.getElementById("again");
const address = new URL("ws", window.location.href);
const fontSize = Number(address.searchParams.get("fontsize"));

// The reader is reached by whichever way the page was: another port, a name, a proxy with TLS.
address.protocol = address.protocol.replace("http", "ws");
address.search = "";
terminal.dataset.sessionWebsocketUrl = address.href;
if (fontSize >= 8 && fontSize <= 48) {
  terminal.dataset.fontSize = String(fontSize);
}

// A reader that has ended is followed by a new one: the program has kept its place.
again.addEventListener("click", () => window.location.reload());
// Enter must reach the button, not the terminal that nobody listens to any more.
new MutationObserver(() => {
  if (document.body.classList.contains("-closed")) {
    again.focus();
  }
}).observe(document.body, { attributes: true, attributeFilter: ["class"] });
