"""The ground that an atlas is drawn on: a basemap for any part of the world, cut from one."""
