// Starts Swagger UI. A file of its own, because the page's policy allows no script inside the page.
window.ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  deepLinking: true,
  // An overview first. It draws only what is in view of a long page, which a search of the browser
  // would not find.
  docExpansion: "none",
  showExtensions: true,
  showCommonExtensions: true,
  // Else the document would be sent to a service on the Internet that checks it.
  validatorUrl: null,
});
