// Fingers, mouse, wheel and keys on the map of a hall.

const TAP_DISTANCE = 9;
const FINGER = 24, MOUSE = 9;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Seats this far apart, in pixels, can be hit; closer ones are enlarged first. */
export const hittable = (pointerType) => (pointerType === "mouse" ? MOUSE : FINGER);
export const ENLARGED = 34;

export class Input {
  constructor(map, { press, moved }) {
    this.map = map;
    this.press = press;
    this.moved = moved;
    this.pointers = new Map();
    const { canvas } = map;
    const on = (type, handle, options) => canvas.addEventListener(type, handle.bind(this), options);
    on("pointerdown", this.down);
    on("pointermove", this.move);
    on("pointerup", this.up);
    on("pointercancel", this.cancel);
    on("wheel", this.wheel, { passive: false });
    on("keydown", this.key);
    on("focus", () => {
      // A finger or a mouse has pressed somewhere itself.
      if (canvas.matches(":focus-visible")) this.moveCursor(map.cursor < 0 ? this.middle() : map.cursor);
    });
    on("blur", () => map.ask());
  }

  point(event) {
    const box = this.map.canvas.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  down(event) {
    this.map.canvas.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.point(event));
    this.start = this.pointers.size === 1 ? { ...this.point(event), isTap: true } : { isTap: false };
  }

  move(event) {
    const before = this.pointers.get(event.pointerId);
    if (!before) return;
    const now = this.point(event), { camera } = this.map;
    if (this.pointers.size === 1) {
      if (this.start.isTap && Math.hypot(now.x - this.start.x, now.y - this.start.y) < TAP_DISTANCE) return;
      this.start.isTap = false;
      this.map.canvas.classList.add("is-moving");
      camera.pan(now.x - before.x, now.y - before.y);
    } else {
      const [other] = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const distance = (point) => Math.hypot(point.x - other.x, point.y - other.y);
      camera.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      camera.zoom(distance(now) / Math.max(1, distance(before)), (now.x + other.x) / 2, (now.y + other.y) / 2);
    }
    this.pointers.set(event.pointerId, now);
    this.map.ask();
  }

  up(event) {
    const isTap = this.pointers.size === 1 && this.start?.isTap;
    this.cancel(event);
    if (isTap) this.tap(this.point(event), event.pointerType);
  }

  cancel(event) {
    this.pointers.delete(event.pointerId);
    this.map.canvas.classList.remove("is-moving");
  }

  tap({ x, y }, pointerType) {
    const { camera, plan } = this.map, hall = camera.toHall(x, y);
    if (camera.scale < hittable(pointerType)) {
      camera.goTo(hall.x, hall.y, ENLARGED);
      return this.map.ask();
    }
    const place = plan.at(hall.x, hall.y, Math.max(0.55, 16 / camera.scale));
    if (place >= 0) {
      this.map.cursor = place;
      this.press(place);
    }
  }

  wheel(event) {
    event.preventDefault();
    const { x, y } = this.point(event);
    const lines = event.deltaMode ? event.deltaY * 16 : event.deltaY;
    this.map.camera.zoom(Math.exp(-lines * (event.ctrlKey ? 0.01 : 0.0022)), x, y);
    this.map.ask();
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { map } = this, { plan } = map;
    const arrow = ARROWS[event.key];
    if (arrow && plan.count) this.moveCursor(plan.next(map.cursor < 0 ? this.middle() : map.cursor, ...arrow));
    else if (event.key === "Home" || event.key === "End") {
      const row = plan.rows[plan.row[map.cursor]];
      if (row) this.moveCursor(event.key === "Home" ? row.first : row.end - 1);
    } else if ((event.key === "Enter" || event.key === " ") && map.cursor >= 0) this.press(map.cursor);
    else if (event.key === "+" || event.key === "=") this.zoom(1.4);
    else if (event.key === "-") this.zoom(1 / 1.4);
    else if (event.key === "0") this.whole();
    else return;
    event.preventDefault();
  }

  zoom(factor) {
    const { map } = this, { camera, plan } = map;
    const isCursorShown = map.cursor >= 0 && map.canvas.matches(":focus");
    const middle = camera.toHall(camera.width / 2, camera.height / 2);
    const [x, y] = isCursorShown ? [plan.x[map.cursor], plan.y[map.cursor]] : [middle.x, middle.y];
    camera.goTo(x, y, camera.scale * factor);
    map.ask();
  }

  whole() {
    const { bounds } = this.map.plan, { camera } = this.map;
    camera.goTo((bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2, camera.fitted());
    this.map.ask();
  }

  moveCursor(place) {
    const { map } = this, { plan, camera } = map;
    if (place < 0 || place >= plan.count) return;
    map.cursor = place;
    if (camera.scale < FINGER) camera.goTo(plan.x[place], plan.y[place], ENLARGED);
    else camera.keepInView(plan.x[place], plan.y[place]);
    map.ask();
    this.moved(place);
  }

  /** The seat nearest to the middle of the window. */
  middle() {
    const { camera, plan } = this.map, hall = camera.toHall(camera.width / 2, camera.height / 2);
    return plan.at(hall.x, hall.y, Infinity);
  }
}
