// Words and times as the page's language has them.

const LOCALES = {en: "en-GB", de: "de-DE", th: "th-TH-u-ca-gregory-nu-latn"};

export class Words {
  constructor({words, reasons, language, zone}) {
    this.words = words;
    this.reasons = reasons;
    const locale = LOCALES[language] ?? language;
    const time = {hour: "2-digit", minute: "2-digit", timeZone: zone};
    this.clock = new Intl.DateTimeFormat(locale, time);
    this.moment = new Intl.DateTimeFormat(locale, {day: "numeric", month: "short", ...time});
    this.day = new Intl.DateTimeFormat(locale, {dateStyle: "short", timeZone: zone});
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
    const when = new Date(at);
    const isToday = this.day.format(when) === this.day.format(new Date());
    return (isToday ? this.clock : this.moment).format(when);
  }

  used(ticket) {
    if (!ticket.used_at) return "";
    const time = this.time(ticket.used_at);
    return ticket.gate ? this.say("used_at_gate", {time, gate: ticket.gate}) : this.say("used_at", {time});
  }
}

const fill = (text, values) => text.replace(/%\((\w+)\)s/g, (_, name) => values[name] ?? "");
