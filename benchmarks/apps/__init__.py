"""The Streamlit peers: what somebody would write with streamlit-folium for the same features.

A switch a layer, a map, and a list of places linked both ways with it. They are
favoured: the layers are plain GeoJSON read once, with no check and no basemap; only
a click on a mark makes the script run again, not each move of the map.
"""
