const unreached =
  "Nothing answered there: are host and port right, and does a firewall let this machine through?";
const untrusted =
  "No authority that is trusted here signed the server's certificate: name the certificate of its authority as tls_ca_file, or correct the one that is named.";
const tooOld = "The server knows no way of TLS that is still safe: have TLS 1.2 or later turned on there.";

/** What to do about a code of the network or of TLS, whatever the database. */
export const networkHints: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Is the server running, and are host and port right?",
  ENOTFOUND:
    "No machine has this name: correct the host of the store (or its url) in thuocdo.yaml, or join the network that knows it.",
  EAI_AGAIN: "The name could not be looked up: is this machine on the network?",
  ETIMEDOUT: unreached,
  EHOSTUNREACH: unreached,
  ENETUNREACH: unreached,
  ENOENT: "No server listens at this socket: is it running, and is host right?",
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_HAS_EXPIRED:
    "The certificate of the server or of its authority has expired: whoever runs the server has to renew it.",
  CERT_NOT_YET_VALID: "The server's certificate begins later: is the clock of this machine right?",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "The certificate is another host's: write the host as the certificate names it, or have one made for this name or address.",
  ERR_SSL_UNSUPPORTED_PROTOCOL: tooOld,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: tooOld,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: tooOld,
  ERR_SSL_DH_KEY_TOO_SMALL: tooOld,
  ERR_SSL_WRONG_VERSION_NUMBER:
    "What answers there does not speak TLS: are host and port (or the url) right?",
};

/** Codes of the network that may pass by themselves. A name that nobody has, and a certificate, do not. */
export const transientCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EPIPE",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
]);

/** Of a server that offers no encryption where `tls: verify` asks for it. */
export const withoutTls =
  "The server offers no encryption: have it turned on there, or set tls: off where nobody else can listen.";

/** Of a server that takes nobody who comes without encryption. */
export const demandsTls =
  "The server asks for encryption: set tls: verify at the store in thuocdo.yaml, and name its authority as tls_ca_file where it is the office's own.";

/** Of a table or a column that is not there. */
export const noLonger =
  "Is it what thuocdo.yaml says it is? docs/sources.md says what is read of every kind of store, and docs/survey-store.md which columns.";
