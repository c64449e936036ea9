/** The map that folium makes, with the Leaflet 1.9.4 that is inlined in the page. */
declare const map_atlas: L.Map;
