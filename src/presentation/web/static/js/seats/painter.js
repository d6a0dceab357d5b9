// Draws seats. Each kind of seat is drawn once for a size and copied from then on: twenty thousand
// copies take a few milliseconds.

import { ACCESSIBLE, COMPANION, FREE } from "./plan.js";

const SHAPES = 6;
const NUMBERS_FROM = 17;
const SHAPES_FROM = 7;
export const SEATS_FROM = 3.6;

const polygon = (context, radius, corners, turn) => {
  for (let i = 0; i < corners; i++) {
    const angle = turn + i * 2 * Math.PI / corners;
    context.lineTo(radius * Math.cos(angle), radius * Math.sin(angle));
  }
  context.closePath();
};

/** The outline of a zone's seats, within a circle: price zones differ in shape as well as colour. */
export function shape(context, zone, radius) {
  context.beginPath();
  switch (zone % SHAPES) {
    case 0: context.arc(0, 0, radius, 0, 2 * Math.PI); break;
    case 1: context.roundRect(-radius * 0.82, -radius * 0.82, radius * 1.64, radius * 1.64, radius * 0.28); break;
    case 2: polygon(context, radius * 1.08, 4, 0); break;
    case 3: polygon(context, radius * 1.02, 6, Math.PI / 6); break;
    case 4: polygon(context, radius * 1.12, 3, -Math.PI / 2); break;
    default: polygon(context, radius * 1.04, 5, -Math.PI / 2);
  }
}

export class Painter {
  constructor(colours) {
    this.colours = colours;
    this.sprites = new Map();
    this.size = 0;
  }

  /** From now on a seat is so many pixels of the screen wide. */
  resize(size, pixels) {
    if (size === this.size && pixels === this.pixels) return;
    this.size = size;
    this.pixels = pixels;
    this.sprites.clear();
  }

  sprite(zone, state, access, chosen) {
    const key = `${zone} ${state} ${access} ${chosen}`;
    let sprite = this.sprites.get(key);
    if (!sprite) {
      const edge = Math.max(2, Math.ceil(this.size * this.pixels * 1.1));
      sprite = new OffscreenCanvas(edge, edge);
      const context = sprite.getContext("2d");
      context.translate(edge / 2, edge / 2);
      context.scale(this.pixels, this.pixels);
      this.drawSeat(context, this.size * 0.43, zone, state, access, chosen);
      this.sprites.set(key, sprite);
    }
    return sprite;
  }

  drawSeat(context, radius, zone, state, access, chosen) {
    const { colours } = this;
    if (chosen) {
      context.fillStyle = colours.chosen;
      context.beginPath();
      context.arc(0, 0, radius * 1.1, 0, 2 * Math.PI);
      context.fill();
      if (this.size >= SHAPES_FROM) this.tick(context, radius);
    } else if (state !== FREE) {
      context.fillStyle = colours.taken;
      context.beginPath();
      context.arc(0, 0, radius * 0.62, 0, 2 * Math.PI);
      context.fill();
    } else {
      context.fillStyle = colours.zones[zone % colours.zones.length];
      if (this.size < SHAPES_FROM) {
        context.beginPath();
        context.arc(0, 0, radius, 0, 2 * Math.PI);
      } else shape(context, zone, radius);
      context.fill();
      if (access && this.size >= SHAPES_FROM) this.mark(context, radius, access);
    }
  }

  tick(context, radius) {
    context.strokeStyle = this.colours.onChosen;
    context.lineWidth = Math.max(1.2, radius * 0.24);
    context.lineCap = context.lineJoin = "round";
    context.beginPath();
    context.moveTo(-radius * 0.45, radius * 0.05);
    context.lineTo(-radius * 0.1, radius * 0.4);
    context.lineTo(radius * 0.5, -radius * 0.35);
    context.stroke();
  }

  /** A wheelchair, or two people. */
  mark(context, radius, access) {
    context.strokeStyle = context.fillStyle = this.colours.onZone;
    context.lineWidth = Math.max(1, radius * 0.17);
    context.lineCap = context.lineJoin = "round";
    const dot = (x, y, r) => { context.beginPath(); context.arc(x * radius, y * radius, r * radius, 0, 2 * Math.PI); context.fill(); };
    if (access === ACCESSIBLE) {
      dot(-0.1, -0.56, 0.14);
      context.beginPath();
      context.moveTo(-0.1 * radius, -0.3 * radius);
      context.lineTo(-0.1 * radius, 0.1 * radius);
      context.lineTo(0.28 * radius, 0.1 * radius);
      context.lineTo(0.46 * radius, 0.5 * radius);
      context.stroke();
      context.beginPath();
      context.arc(-0.06 * radius, 0.25 * radius, 0.36 * radius, 0.25, Math.PI * 1.25);
      context.stroke();
    } else if (access === COMPANION) {
      for (const x of [-0.3, 0.3]) {
        dot(x, -0.3, 0.17);
        context.beginPath();
        context.arc(x * radius, 0.38 * radius, 0.24 * radius, Math.PI, 2 * Math.PI);
        context.fill();
      }
    }
  }

  get hasNumbers() { return this.size >= NUMBERS_FROM; }

  number(context, text, x, y) {
    context.font = `600 ${Math.min(16, this.size * (text.length > 2 ? 0.32 : 0.4))}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = this.colours.onZone;
    context.fillText(text, x, y + this.size * 0.02);
  }

  /** A section seen from far: its zone's colour, paler the fewer seats are free, and a pattern. */
  block(context, zone, share) {
    const { colours } = this;
    context.fillStyle = share > 0 ? colours.zones[zone % colours.zones.length] : colours.taken;
    context.globalAlpha = share > 0 ? 0.55 + 0.45 * share : 0.5;
    context.fill();
    context.globalAlpha = 1;
    if (share > 0) this.hatch(context, zone);
  }

  hatch(context, zone) {
    const kind = zone % SHAPES;
    if (!kind) return;
    context.save();
    context.clip();
    context.globalAlpha = 0.28;
    context.fillStyle = this.pattern(kind);
    context.fill();
    context.restore();
  }

  pattern(kind) {
    const key = `pattern ${kind}`;
    if (!this.sprites.has(key)) {
      const edge = 8;
      const tile = new OffscreenCanvas(edge, edge), context = tile.getContext("2d");
      context.strokeStyle = context.fillStyle = this.colours.onZone;
      context.lineWidth = 1.4;
      context.beginPath();
      if (kind === 1) { context.moveTo(0, 4); context.lineTo(8, 4); }
      if (kind === 2) { context.moveTo(0, 8); context.lineTo(8, 0); }
      if (kind === 3) { context.moveTo(4, 0); context.lineTo(4, 8); }
      if (kind === 4) { context.moveTo(0, 0); context.lineTo(8, 8); context.moveTo(0, 8); context.lineTo(8, 0); }
      if (kind === 5) context.arc(4, 4, 1.4, 0, 2 * Math.PI);
      if (kind === 5) context.fill(); else context.stroke();
      this.sprites.set(key, context.createPattern(tile, "repeat"));
    }
    return this.sprites.get(key);
  }
}
