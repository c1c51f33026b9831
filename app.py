"""The application, for `flask run` and for servers: `app:app`."""

import sys

from screening import create_app
from screening.problems import ContentError
from screening.settings import SettingsError

try:
    app = create_app()
except (ContentError, SettingsError) as error:
    sys.exit(str(error))
