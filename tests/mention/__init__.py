"""Tests of kg/mention."""
