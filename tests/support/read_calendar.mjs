// Reads a calendar file from standard input with ical.js, and writes what it found as JSON.
import ICAL from "ical.js";

let content = "";
for await (const part of process.stdin.setEncoding("utf8")) content += part;
const calendar = new ICAL.Component(ICAL.parse(content));
for (const zone of calendar.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone.getFirstPropertyValue("tzid"), new ICAL.Timezone(zone));
}
const instant = (time) => time.toJSDate().toISOString();
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    starts_at: instant(event.startDate),
    ends_at: instant(event.endDate),
    changed_at: instant(component.getFirstPropertyValue("last-modified")),
    summary: event.summary,
    location: event.location,
    description: event.description,
    url: component.getFirstPropertyValue("url"),
    status: component.getFirstPropertyValue("status"),
  };
});
console.log(JSON.stringify({
  method: calendar.getFirstPropertyValue("method"),
  name: calendar.getFirstPropertyValue("x-wr-calname"),
  events,
}));
