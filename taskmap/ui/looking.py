"""Who looks, as the frame asks: what decides the menu, and whether anything can be changed."""

LEADER = "leader"
PROJECT_LEADER = "project_leader"
REPRESENTATIVE = "representative"
