// Words and times as the page's language has them.

const LOCALES = {en: "en-GB", de: "de-DE", th: "th-TH-u-ca-gregory-nu-latn"};

export class Words {
  constructor({words, reasons, language, offsets}) {
    this.words = words;
    this.reasons = reasons;
    this.offsets = offsets;
    const locale = LOCALES[language] ?? language;
    const time = {hour: "2-digit", minute: "2-digit", timeZone: "UTC"};
    this.clock = new Intl.DateTimeFormat(locale, time);
    this.moment = new Intl.DateTimeFormat(locale, {day: "numeric", month: "short", ...time});
    this.day = new Intl.DateTimeFormat(locale, {dateStyle: "short", timeZone: "UTC"});
    this.number = new Intl.NumberFormat(locale);
  }

  say(name, values = {}) {
    return fill(this.words[name], values);
  }

  // Heading and sentence for why a ticket is not let through.
  reason(name, values = {}) {
    const [heading, text] = this.reasons[name] ?? this.reasons.other;
    return {heading, text: fill(text, values)};
  }

  // `19:02`, with the day where that is not today.
  time(at) {
    const when = this.atVenue(new Date(at));
    const isToday = this.day.format(when) === this.day.format(this.atVenue(new Date()));
    return (isToday ? this.clock : this.moment).format(when);
  }

  // The venue's clock as if it were UTC's, by the service's data: a browser's may be years old.
  atVenue(when) {
    const [, minutes] = this.offsets.findLast(([from]) => from <= when) ?? this.offsets[0];
    return new Date(when.getTime() + minutes * 60_000);
  }

  used(ticket) {
    if (!ticket.used_at) return "";
    const time = this.time(ticket.used_at);
    return ticket.gate ? this.say("used_at_gate", {time, gate: ticket.gate}) : this.say("used_at", {time});
  }
}

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
