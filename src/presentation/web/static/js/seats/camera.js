// Which part of a hall the window shows: `scale` pixels for the width of a seat, and where (0, 0)
// of the hall lies in the window.

export const CLOSEST = 56;
const GLIDE = 260;

export class Camera {
  constructor(bounds) {
    this.bounds = bounds;
    this.scale = 1;
    this.x = this.y = 0;
    this.width = this.height = 0;
    this.glide = null;
  }

  resize(width, height) {
    const isFirst = !this.width;
    const centre = isFirst ? null : this.toHall(this.width / 2, this.height / 2);
    const wasFitted = !isFirst && Math.abs(this.scale - this.fitted()) < 1e-6;
    this.width = width;
    this.height = height;
    if (isFirst || wasFitted) this.fit();
    else {
      this.x = width / 2 - centre.x * this.scale;
      this.y = height / 2 - centre.y * this.scale;
      this.hold();
    }
  }

  fitted() {
    const { left, right, top, bottom } = this.bounds;
    return Math.min(CLOSEST / 2, this.width / (right - left), this.height / (bottom - top));
  }

  view(scale, hallX, hallY) {
    return { scale, x: this.width / 2 - hallX * scale, y: this.height / 2 - hallY * scale };
  }

  fit() {
    const { left, right, top, bottom } = this.bounds;
    this.glide = null;
    Object.assign(this, this.view(this.fitted(), (left + right) / 2, (top + bottom) / 2));
  }

  toHall(x, y) { return { x: (x - this.x) / this.scale, y: (y - this.y) / this.scale }; }

  pan(dx, dy) {
    this.glide = null;
    this.x += dx;
    this.y += dy;
    this.hold();
  }

  /** Scale by a factor around a point of the window. */
  zoom(factor, x = this.width / 2, y = this.height / 2) {
    this.glide = null;
    const scale = Math.min(CLOSEST, Math.max(this.fitted(), this.scale * factor));
    const real = scale / this.scale;
    this.x = x - (x - this.x) * real;
    this.y = y - (y - this.y) * real;
    this.scale = scale;
    this.hold();
  }

  /** Go to a place of the hall, at a scale, in a moment. */
  goTo(hallX, hallY, scale = this.scale) {
    const to = this.view(Math.min(CLOSEST, Math.max(this.fitted(), scale)), hallX, hallY);
    this.glide = { from: { scale: this.scale, x: hallX, y: hallY, at: this.toHall(this.width / 2, this.height / 2) }, to, hallX, hallY, since: null };
  }

  /** Let the window follow a place when it leaves the middle. */
  keepInView(hallX, hallY) {
    const x = hallX * this.scale + this.x, y = hallY * this.scale + this.y, edge = 48;
    const isOutside = x < edge || y < edge || x > this.width - edge || y > this.height - edge;
    if (isOutside) this.goTo(hallX, hallY);
  }

  /** Glide on; whether there is more to come. */
  step(now, isCalm) {
    const { glide } = this;
    if (!glide) return false;
    glide.since ??= now;
    const part = isCalm ? 1 : Math.min(1, (now - glide.since) / GLIDE);
    const eased = 1 - (1 - part) ** 3;
    const scale = glide.from.scale * (glide.to.scale / glide.from.scale) ** eased;
    const x = glide.from.at.x + (glide.hallX - glide.from.at.x) * eased;
    const y = glide.from.at.y + (glide.hallY - glide.from.at.y) * eased;
    Object.assign(this, this.view(scale, x, y));
    this.hold();
    if (part === 1) this.glide = null;
    return part < 1;
  }

  /** Some of the hall stays in the window. */
  hold() {
    const { left, right, top, bottom } = this.bounds, { scale } = this;
    const clamp = (at, from, to, window) => {
      const length = (to - from) * scale;
      if (length <= window) return (window - length) / 2 - from * scale;
      const slack = window * 0.3;
      return Math.min(slack - from * scale, Math.max(window - slack - to * scale, at));
    };
    this.x = clamp(this.x, left, right, this.width);
    this.y = clamp(this.y, top, bottom, this.height);
  }
}
