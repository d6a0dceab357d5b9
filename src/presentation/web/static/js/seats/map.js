// The map of a hall on a canvas. What lies still is drawn once onto a layer that is larger than
// the window; moving it copies that layer, a changed seat is drawn into it alone.

import { Camera } from "./camera.js";
import { Painter, SEATS_FROM } from "./painter.js";
import { FREE } from "./plan.js";

const MARGIN = 0.35;
const FADE = 450;
const MAX_PIXELS = 2;
const LABELS_UNTIL = 11;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

export class SeatMap {
  constructor(canvas, plan, colours, words) {
    this.canvas = canvas;
    this.context = canvas.getContext("2d");
    this.layer = document.createElement("canvas");
    this.plan = plan;
    this.words = words;
    this.states = new Uint8Array(plan.count);
    this.chosen = new Set();
    this.fading = new Map();
    this.cursor = -1;
    this.painter = new Painter(colours);
    this.camera = new Camera(plan.bounds);
    this.frames = [];
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.resize();
  }

  resize() {
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (!width || !height) return;
    this.pixels = Math.min(MAX_PIXELS, devicePixelRatio || 1);
    this.canvas.width = Math.round(width * this.pixels);
    this.canvas.height = Math.round(height * this.pixels);
    this.camera.resize(width, height);
    this.redraw();
  }

  recolour(colours) {
    this.painter = new Painter(colours);
    this.redraw();
  }

  replace(plan) {
    this.plan = plan;
    this.states = new Uint8Array(plan.count);
    this.camera.bounds = plan.bounds;
    this.camera.fit();
    this.redraw();
  }

  /** Everything that lies still has changed. */
  redraw() {
    this.drawn = null;
    this.ask();
  }

  ask() {
    this.frame ??= requestAnimationFrame((now) => {
      this.frame = null;
      const began = performance.now();
      this.draw(now);
      this.frames.push(performance.now() - began);
      if (this.frames.length > 600) this.frames.shift();
    });
  }

  /** Take over the states; only the seats that differ are drawn. */
  update(states) {
    const changed = [];
    for (let place = 0; place < this.plan.count; place++) {
      if (states[place] !== this.states[place]) {
        changed.push(place);
        if (states[place] !== FREE && !this.first && !calm.matches) {
          this.fading.set(place, { zone: this.plan.zone[place], since: null });
        }
        this.states[place] = states[place];
      }
    }
    this.repaint(changed);
    return changed;
  }

  choose(place, isChosen) {
    if (isChosen) this.chosen.add(place); else this.chosen.delete(place);
    this.repaint([place]);
  }

  repaint(places) {
    const drawn = this.drawn;
    if (!places.length) return;
    if (!drawn || drawn.size < SEATS_FROM || places.length > 2000) return this.redraw();
    const context = this.layer.getContext("2d");
    for (const place of places) {
      const x = this.plan.x[place] * drawn.scale + drawn.x, y = this.plan.y[place] * drawn.scale + drawn.y;
      if (x < -50 || y < -50 || x > this.layer.width / this.pixels + 50 || y > this.layer.height / this.pixels + 50) continue;
      context.save();
      context.beginPath();
      context.arc(x, y, drawn.size * 0.5, 0, 2 * Math.PI);
      context.clip();
      context.clearRect(x - drawn.size, y - drawn.size, 2 * drawn.size, 2 * drawn.size);
      this.drawSeat(context, place, x, y);
      context.restore();
    }
    this.ask();
  }

  draw(now) {
    const { camera, context, canvas } = this;
    const isMoving = camera.step(now, calm.matches);
    if (!this.covers()) this.drawLayer();
    const { drawn } = this;
    const ratio = camera.scale / drawn.scale;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = ratio !== 1;
    const left = (camera.x - drawn.x * ratio) * this.pixels, top = (camera.y - drawn.y * ratio) * this.pixels;
    const sharp = ratio === 1;
    context.drawImage(
      this.layer, sharp ? Math.round(left) : left, sharp ? Math.round(top) : top,
      this.layer.width * ratio, this.layer.height * ratio,
    );
    context.setTransform(this.pixels, 0, 0, this.pixels, 0, 0);
    this.drawFading(now);
    this.drawCursor();
    if (isMoving || this.fading.size) this.ask();
    else if (!sharp) {
      clearTimeout(this.sharpen);
      this.sharpen = setTimeout(() => this.redraw(), 90);
    }
  }

  /** Whether the layer holds what the window shows, sharp enough. */
  covers() {
    const { drawn, camera } = this;
    if (!drawn) return false;
    const ratio = camera.scale / drawn.scale;
    if (ratio > 1.8 || ratio < 0.6) return false;
    if ((camera.scale < SEATS_FROM) !== (drawn.scale < SEATS_FROM)) return false;
    const left = camera.x - drawn.x * ratio, top = camera.y - drawn.y * ratio;
    const reach = (start, length, window) => start <= 0.5 && start + length >= window - 0.5;
    return drawn.isWhole || (reach(left, drawn.width * ratio, camera.width) && reach(top, drawn.height * ratio, camera.height));
  }

  drawLayer() {
    const { camera, layer, plan } = this;
    const marginX = camera.width * MARGIN, marginY = camera.height * MARGIN;
    const width = camera.width + 2 * marginX, height = camera.height + 2 * marginY;
    if (layer.width !== Math.round(width * this.pixels) || layer.height !== Math.round(height * this.pixels)) {
      layer.width = Math.round(width * this.pixels);
      layer.height = Math.round(height * this.pixels);
    }
    const drawn = this.drawn = {
      scale: camera.scale, size: camera.scale, width, height,
      x: camera.x + marginX, y: camera.y + marginY,
    };
    const context = layer.getContext("2d");
    context.setTransform(this.pixels, 0, 0, this.pixels, 0, 0);
    context.clearRect(0, 0, width, height);
    this.painter.resize(drawn.size, this.pixels);
    this.drawStage(context);
    const seen = plan.sections.filter((section) =>
      section.right * drawn.scale + drawn.x > -30 && section.left * drawn.scale + drawn.x < width + 30
      && section.bottom * drawn.scale + drawn.y > -30 && section.top * drawn.scale + drawn.y < height + 30);
    if (drawn.size < SEATS_FROM) for (const section of seen) this.drawBlock(context, section);
    else for (const section of seen) this.drawSeats(context, section, width, height);
    if (drawn.size < LABELS_UNTIL) for (const section of seen) this.label(context, section);
  }

  drawStage(context) {
    const { stage } = this.plan, { x, y, scale } = this.drawn;
    const width = (stage.right - stage.left) * scale, height = (stage.bottom - stage.top) * scale;
    context.fillStyle = this.painter.colours.stage;
    context.beginPath();
    context.roundRect(x + stage.left * scale, y + stage.top * scale, width, height, [4, 4, height / 3, height / 3]);
    context.fill();
    const size = Math.min(28, height * 0.42, width / 5);
    if (size < 7) return;
    context.fillStyle = this.painter.colours.onStage;
    context.font = `640 ${size}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(this.words.stage, x, y + (stage.top + stage.bottom) / 2 * scale);
  }

  drawBlock(context, section) {
    const { x, y, scale } = this.drawn;
    context.beginPath();
    for (const place of section.outline) context.lineTo(this.plan.x[place] * scale + x, this.plan.y[place] * scale + y);
    context.closePath();
    let free = 0, chosen = 0;
    for (let place = section.first; place < section.end; place++) {
      free += this.states[place] === FREE;
      chosen += this.chosen.has(place);
    }
    context.lineJoin = "round";
    context.lineWidth = Math.max(1, scale * 0.8);
    this.painter.block(context, section.zone, free / (section.end - section.first));
    if (chosen) {
      context.strokeStyle = this.painter.colours.chosen;
      context.lineWidth = 3;
      context.stroke();
    }
  }

  drawSeats(context, section, width, height) {
    const { plan, painter } = this, { x, y, scale, size } = this.drawn;
    for (let place = section.first; place < section.end; place++) {
      const left = plan.x[place] * scale + x, top = plan.y[place] * scale + y;
      if (left < -size || top < -size || left > width + size || top > height + size) continue;
      this.drawSeat(context, place, left, top);
    }
    if (painter.hasNumbers) this.rowNames(context, section);
  }

  drawSeat(context, place, x, y) {
    const { plan, painter, states } = this, size = painter.size * 1.1;
    const isChosen = this.chosen.has(place), access = plan.access[place];
    context.drawImage(painter.sprite(plan.zone[place], states[place], access, isChosen), x - size / 2, y - size / 2, size, size);
    if (painter.hasNumbers && states[place] === FREE && !isChosen && !access) painter.number(context, plan.numbers[place], x, y);
  }

  /** Names of rows, beside their first and their last seat. */
  rowNames(context, section) {
    const { plan } = this, { x, y, scale, size } = this.drawn;
    context.fillStyle = this.painter.colours.words;
    context.font = `560 ${Math.min(14, size * 0.42)}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const row of plan.rows) {
      if (plan.sections[row.section] !== section) continue;
      const last = row.end - 1, isAlone = row.first === last;
      for (const [end, next] of [[row.first, row.first + 1], [last, last - 1]]) {
        const dx = isAlone ? -Math.cos(section.turned) : plan.x[end] - plan.x[next];
        const dy = isAlone ? -Math.sin(section.turned) : plan.y[end] - plan.y[next];
        const length = Math.hypot(dx, dy) || 1;
        context.fillText(row.name, (plan.x[end] + dx / length) * scale + x, (plan.y[end] + dy / length) * scale + y);
        if (isAlone) break;
      }
    }
  }

  label(context, section) {
    const { x, y, scale } = this.drawn, { colours } = this.painter;
    const width = Math.hypot(section.right - section.left, 0) * scale;
    const size = Math.min(15, Math.max(10, width / 7));
    context.font = `640 ${size}px system-ui, sans-serif`;
    const room = width * 1.05 + 8, wideOf = (text) => context.measureText(text).width + 10;
    const name = [section.name, section.name.split(" ").pop()].find((text) => wideOf(text) <= room);
    if (name === undefined) return;
    const wide = wideOf(name);
    const middleX = section.x * scale + x, middleY = section.y * scale + y;
    context.fillStyle = colours.plate;
    context.beginPath();
    context.roundRect(middleX - wide / 2, middleY - size * 0.8, wide, size * 1.6, 4);
    context.fill();
    context.fillStyle = colours.words;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillText(name, middleX, middleY + 1);
  }

  /** Seats that have just been taken: what they were, fading out over what they are. */
  drawFading(now) {
    const { camera, painter, plan, context } = this;
    if (camera.scale < SEATS_FROM) this.fading.clear();
    const size = camera.scale * 1.1;
    for (const [place, fade] of this.fading) {
      fade.since ??= now;
      const left = 1 - (now - fade.since) / FADE;
      if (left <= 0) { this.fading.delete(place); continue; }
      context.globalAlpha = left;
      const x = plan.x[place] * camera.scale + camera.x, y = plan.y[place] * camera.scale + camera.y;
      context.drawImage(painter.sprite(fade.zone, FREE, 0, false), x - size / 2, y - size / 2, size, size);
    }
    context.globalAlpha = 1;
  }

  drawCursor() {
    if (this.cursor < 0 || !this.canvas.matches(":focus")) return;
    const { camera, plan, context } = this;
    const x = plan.x[this.cursor] * camera.scale + camera.x, y = plan.y[this.cursor] * camera.scale + camera.y;
    context.strokeStyle = this.painter.colours.cursor;
    context.lineWidth = 3;
    context.beginPath();
    context.arc(x, y, Math.max(8, camera.scale * 0.62), 0, 2 * Math.PI);
    context.stroke();
  }
}
