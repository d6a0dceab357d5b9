// From the plan as it is sent to the place of every seat.
//
// Lengths are widths of a seat. The middle of the stage's front edge is (0, 0), y grows away from
// it. The same rules as in src/domain/services/hall_layout.py.

export const FREE = 0, HELD = 1, SOLD = 2;
export const ACCESSIBLE = 1, COMPANION = 2;

const radians = (degrees) => degrees * Math.PI / 180;

export class Plan {
  constructor(sent) {
    const runs = sent.sections.flatMap((section) => section.rows.flatMap((row) => row.slice(1)));
    this.count = runs.reduce((count, run) => count + run[1], 0);
    this.zones = sent.zones ?? [];
    this.types = sent.types ?? [{ zone: 0, open: true }];
    this.ids = new Float64Array(this.count);
    this.x = new Float32Array(this.count);
    this.y = new Float32Array(this.count);
    this.zone = new Uint8Array(this.count);
    this.type = new Uint16Array(this.count);
    this.access = new Uint8Array(this.count);
    this.row = new Uint32Array(this.count);
    this.numbers = new Array(this.count);
    this.rows = [];
    this.sections = [];
    for (const section of sent.sections) this.add(section);
    for (const place of sent.access?.accessible ?? []) this.access[place] = ACCESSIBLE;
    for (const place of sent.access?.companion ?? []) this.access[place] = COMPANION;
    this.places = new Map(Array.from(this.ids, (id, place) => [id, place]));
    this.bounds = this.extent();
  }

  add(section) {
    const first = this.filled ?? 0;
    const turned = radians(section.rotation);
    const right = Math.cos(turned), down = Math.sin(turned);
    const radius = section.angle ? section.columns * section.seat / radians(section.angle) : 0;
    const put = (place, offset, depth) => {
      let along = offset * section.seat, away = depth;
      if (radius) {
        const phi = along / (radius + depth);
        along = (radius + depth) * Math.sin(phi);
        away = (radius + depth) * Math.cos(phi) - radius;
      }
      this.x[place] = section.x + along * right - away * down;
      this.y[place] = section.y + along * down + away * right;
    };
    const { zone } = this.types[section.type ?? 0];
    let place = first;
    section.rows.forEach(([name, ...runs], index) => {
      const row = { name, section: this.sections.length, first: place };
      for (const [id, count, number, step, offset] of runs) {
        for (let i = 0; i < count; i++, place++) {
          this.ids[place] = id + i;
          this.numbers[place] = String(step ? number + step * i : number);
          this.type[place] = section.type ?? 0;
          this.zone[place] = zone;
          this.row[place] = this.rows.length;
          put(place, offset + i, index * section.row);
        }
      }
      row.end = place;
      this.rows.push(row);
    });
    this.filled = place;
    this.sections.push({
      name: section.name, zone, first, end: place,
      ...this.box(first, place), turned, outline: this.outline(first, place),
    });
  }

  /** A line around a section: along its front row, its right side, its last row and back. */
  outline(first, end) {
    const rows = [];
    for (let place = first; place < end; place++) {
      const last = rows[rows.length - 1];
      if (last && this.row[place] === this.row[last[0]]) last[1] = place;
      else rows.push([place, place]);
    }
    const along = ([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
    const front = along(rows[0]), back = along(rows[rows.length - 1]).reverse();
    const rightSide = rows.slice(1, -1).map((row) => row[1]);
    const leftSide = rows.slice(1, -1).map((row) => row[0]).reverse();
    return [...front, ...rightSide, ...(rows.length > 1 ? back : []), ...leftSide];
  }

  box(first, end) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity, x: 0, y: 0 };
    for (let place = first; place < end; place++) {
      box.left = Math.min(box.left, this.x[place]);
      box.right = Math.max(box.right, this.x[place]);
      box.top = Math.min(box.top, this.y[place]);
      box.bottom = Math.max(box.bottom, this.y[place]);
      box.x += this.x[place] / (end - first);
      box.y += this.y[place] / (end - first);
    }
    return box;
  }

  /** All seats and the stage, with some air. */
  extent() {
    const all = this.count ? this.box(0, this.count) : { left: -10, right: 10, top: 0, bottom: 10 };
    const half = Math.min(24, Math.max(6, (all.right - all.left) / 5));
    this.stage = { left: -half, right: half, top: -Math.min(14, half / 1.8), bottom: 0 };
    return {
      left: Math.min(all.left, -half) - 2, right: Math.max(all.right, half) + 2,
      top: Math.min(all.top, this.stage.top) - 2, bottom: all.bottom + 2,
    };
  }

  sectionOf(place) { return this.sections[this.rows[this.row[place]].section]; }

  /** The seat nearest to a point, within a distance; -1 if there is none. */
  at(x, y, within) {
    let best = -1, least = within * within;
    for (const section of this.sections) {
      if (x < section.left - within || x > section.right + within) continue;
      if (y < section.top - within || y > section.bottom + within) continue;
      for (let place = section.first; place < section.end; place++) {
        const dx = this.x[place] - x, dy = this.y[place] - y, square = dx * dx + dy * dy;
        if (square < least) { least = square; best = place; }
      }
    }
    return best;
  }

  /** The next seat in a direction: in the same row if there is one, else the nearest that way. */
  next(from, dx, dy) {
    const ahead = (place) => (this.x[place] - this.x[from]) * dx + (this.y[place] - this.y[from]) * dy;
    const beside = (place) => Math.abs((this.x[place] - this.x[from]) * dy - (this.y[place] - this.y[from]) * dx);
    for (const place of [from - 1, from + 1]) {
      if (place < 0 || place >= this.count || this.row[place] !== this.row[from]) continue;
      if (ahead(place) > beside(place)) return place;
    }
    let best = from, least = Infinity;
    for (let place = 0; place < this.count; place++) {
      const way = ahead(place);
      if (way < 0.3) continue;
      const cost = way + 2.5 * beside(place);
      if (cost < least) { least = cost; best = place; }
    }
    return best;
  }
}
