/** Leaflet 1.9.4, inlined in the page, and the map that folium makes with it. */
declare const L: any;
declare const map_atlas: any;
