"""All settings, in one file. The environment is read in env.py, secrets in keys.py."""

from __future__ import annotations

from typing import Any

from . import env, keys, node_file, postgres

ENV = env.read()
_SECRETS = keys.read_secrets(ENV.home)

HOME = ENV.home
PORT = ENV.port
DEBUG = ENV.debug
DEMO = ENV.demo
PRACTICE = ENV.practice
SECRET_KEY = _SECRETS["django"]
PRACTICE_URL = env.text("CCTNS_PRACTICE_URL", f"http://127.0.0.1:{PORT + 1}")
PUBLIC_URL = env.text("CCTNS_PUBLIC_URL", f"http://127.0.0.1:{PORT}")
ALLOWED_HOSTS = env.words("CCTNS_HOSTS", "127.0.0.1 localhost [::1]")
SECURE = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "csp",
    "django_htmx",
    "django_prometheus",
    "procrastinate.contrib.django",
    "cctns.offices",
    "cctns.journal",
    "cctns.people",
    "cctns.search",
    "cctns.sync",
    "cctns.registers",
    "cctns.cases",
    "cctns.identity",
    "cctns.alerts",
    "cctns.analytics",
    "cctns.citizen",
    "cctns.documents",
    "cctns.web",
    "cctns.config",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A bad line pays for every byte; Django adds random length, so that no secret shows by size.
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "cctns.offices.middleware.SessionLimits",
    "cctns.offices.middleware.PostingMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "cctns.offices.middleware.Gate",
    "cctns.web.elsewhere.Elsewhere",
]

ROOT_URLCONF = "cctns.config.urls"
WSGI_APPLICATION = "cctns.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [env.PACKAGE / "web" / "templates"],  # before allauth's own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "cctns.web.context.page",
            ]
        },
    }
]

# Each process works under the database role that its work needs, never as a superuser.
DATABASES: dict[str, dict[str, Any]] = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        **postgres.connection(ENV, _SECRETS),
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": 12, "timeout": 10},
            # Planning beneath row-level security costs the server more than most statements do:
            # what a connection asks a third time it plans no more. Needs values bound there.
            "server_side_binding": True,
            "prepare_threshold": 2,
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Rate limits count in one place for all processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
    },
    # Of each process: what may be some seconds old is not worth a question to the database.
    "memory": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
}

AUTH_USER_MODEL = "offices.Officer"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["cctns.offices.login.passwords.Argon2id"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "cctns.offices.login.passwords.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "cctns.offices.login.passwords.NotOneself"},
    {"NAME": "cctns.offices.login.passwords.NotWellKnown"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "cctns.offices.login.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/15m/key", "reauthenticate": "10/m/user"}
MFA_ADAPTER = "cctns.offices.login.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_PASSKEY_SIGNUP_ENABLED = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not SECURE  # loopback and the demo have no certificate
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # fingerprint, face or PIN: never the key alone
MFA_TOTP_ISSUER = "CCTNS"
MFA_DEMANDED = True
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_IDLE_SECONDS = 15 * 60
# What a page asks for by itself is no sign that an officer sits before it.
SESSION_QUIET_PATHS = ("/alerts/live/", "/alerts/latest/")
SESSION_LONGEST_SECONDS = 12 * 3600
# Browsers keep cookies by host, whatever the port: a sign-in here must not end one there.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (
    ("practice_session", "practice_csrf") if PRACTICE else ("sessionid", "csrftoken")
)
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SECURE_HSTS_SECONDS = 31536000 if SECURE else 0
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": _SELF,
        "style-src": _SELF,
        "img-src": ["'self'", "data:"],
        "font-src": _SELF,
        "connect-src": _SELF,
        "form-action": _SELF,
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": _SELF,
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("hi", "हिन्दी")]
LOCALE_PATHS = [env.PACKAGE / "locale"]
LANGUAGE_COOKIE_SAMESITE = "Lax"
TIME_ZONE = "Asia/Kolkata"
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

_NODE = node_file.read(ENV.home)
CHECKPOINT_ORIGIN = "cctns.in/practice" if PRACTICE else _NODE.name
NODE_ROLE = _NODE.role
NODE_KEY_FILE = HOME / keys.FOLDER / keys.NODE_KEY
COSIGN_KEY_FILE = HOME / keys.FOLDER / keys.COSIGN_KEY
BOX_KEY_FILE = HOME / keys.FOLDER / keys.BOX_KEY
SIGNING_KEY_FILE = HOME / keys.FOLDER / keys.SIGNING_KEY
SIGNING_CERT_FILE = HOME / keys.FOLDER / keys.SIGNING_CERT
# No token of a real node signs what was only practised.
SIGNING_PKCS11_MODULE = "" if PRACTICE else env.text("CCTNS_PKCS11_MODULE", "")
SIGNING_PKCS11_TOKEN = env.text("CCTNS_PKCS11_TOKEN", "")
SIGNING_PKCS11_KEY = env.text("CCTNS_PKCS11_KEY", "")  # its label in the token
SIGNING_PKCS11_PIN_FILE = env.text("CCTNS_PKCS11_PIN_FILE", "")
# Alerts also by mail and SMS, where receivers are named; nothing goes out otherwise, nor from a
# practice node.
ALERT_MAIL = {} if PRACTICE else env.receivers("CCTNS_ALERT_MAIL")
ALERT_SMS = {} if PRACTICE else env.receivers("CCTNS_ALERT_SMS")
ALERT_SMS_URL = env.text("CCTNS_ALERT_SMS_URL", "")
ALERT_SMS_KEY = env.text("CCTNS_ALERT_SMS_KEY", "")
EMAIL_HOST = env.text("CCTNS_MAIL_HOST", "localhost")
DEFAULT_FROM_EMAIL = env.text("CCTNS_MAIL_FROM", "cctns@localhost")
IDENTITY_KEYS = keys.identity_keys(_SECRETS)

# With TLS there is a proxy in front: sign-in limits count by the address that it forwards.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if SECURE else 0

LOGGING_CONFIG = None  # cctns.config.logs sets structlog up
