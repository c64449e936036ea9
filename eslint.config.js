import js from "@eslint/js";

export default [
  js.configs.recommended,
  {
    rules: {
      "no-undef": "off", // tsc knows better
      "no-unused-vars": "off", // tsc, too
      eqeqeq: "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-restricted-properties": [
        "error",
        ...[
          { property: "innerHTML" },
          { property: "outerHTML" },
          { property: "insertAdjacentHTML" },
          { object: "document", property: "write" },
        ].map((property) => ({
          ...property,
          message: "Text of an atlas becomes text nodes: use el() and fill() of dom.js.",
        })),
      ],
    },
  },
];
