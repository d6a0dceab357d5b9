// Money as the server writes it: the form is taken from an example, so that both write the same.

const EXAMPLE = /1(\D*)234(?:\D*)567(?:(\D)(\d+))?/;

export class Money {
  /** `example` is 1234567 with the decimals of the currency, as the server writes it. */
  constructor(example) {
    const found = EXAMPLE.exec(example);
    const [whole, group, point = "", decimals = ""] = found;
    this.before = example.slice(0, found.index);
    this.after = example.slice(found.index + whole.length);
    this.group = group;
    this.point = point;
    this.digits = decimals.length;
  }

  /** The smallest units in an amount such as "57.20". */
  units(amount) { return Math.round(Number(amount) * 10 ** this.digits); }

  text(units) {
    const digits = String(units).padStart(this.digits + 1, "0");
    const whole = digits.slice(0, digits.length - this.digits).replace(/\B(?=(\d{3})+$)/g, this.group);
    return this.before + whole + (this.digits ? this.point + digits.slice(-this.digits) : "") + this.after;
  }
}
