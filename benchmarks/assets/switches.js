// A checkbox a layer for pydeck's page, which has none, and a count of what it has drawn.
window.benchDrawn = 0;
deckInstance.setProps({ onAfterRender: () => (window.benchDrawn += 1) });
const box = document.createElement("div");
box.id = "switches";
box.style.cssText = "position:fixed;top:8px;right:8px;z-index:9;background:#fff;font:13px sans-serif";
for (const [id, visible] of switches) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "checkbox";
  input.checked = visible;
  input.addEventListener("change", () => {
    const layers = deckInstance.props.layers.map((layer) => (layer.id === id ? layer.clone({ visible: input.checked }) : layer));
    deckInstance.setProps({ layers });
  });
  label.style.display = "block";
  label.append(input, id);
  box.append(label);
}
document.body.append(box);
