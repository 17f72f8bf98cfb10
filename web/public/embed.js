// For sites that show pages of this server in a frame: fits the height of each frame to its content.
(() => {
  const { origin } = new URL(document.currentScript.src);
  const highest = 20_000;
  addEventListener('message', ({ origin: from, source, data }) => {
    const height = data?.scanGraphHeight;
    if (from !== origin || !Number.isFinite(height)) return;
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source) frame.style.height = `${Math.min(height, highest)}px`;
    }
  });
})();
