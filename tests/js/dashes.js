/** Prints the dashes of every basis at each line width, as the page has them: the input is its symbology and the widths. */

import { text } from "node:stream/consumers";

import { dashOf } from "../../geo/page/assets/map/symbology.js";

const { symbology, widths } = JSON.parse(await text(process.stdin));
const dashes = Object.keys(symbology.lineStyles).map((basis) => [basis, widths.map((width) => dashOf(symbology, basis, width))]);
console.log(JSON.stringify(Object.fromEntries(dashes)));
