const unreached =
  "Nothing answered there: are host and port right, and does a firewall let this machine through?";
const untrusted =
  "No authority that is trusted here signed the server's certificate: name the certificate of its authority as tls_ca_file.";

/** What to do about a code of the network or of TLS, whatever the database. */
export const networkHints: Readonly<Record<string, string>> = {
  ECONNREFUSED: "Is the server running, and are host and port right?",
  ENOTFOUND: "No machine has this name: correct the host of the store (or its url) in thuocdo.yaml.",
  EAI_AGAIN: "The name could not be looked up: is this machine on the network?",
  ETIMEDOUT: unreached,
  EHOSTUNREACH: unreached,
  ENETUNREACH: unreached,
  ENOENT: "No server listens at this socket: is it running, and is host right?",
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: "The server's certificate has expired: whoever runs the server has to renew it.",
  ERR_TLS_CERT_ALTNAME_INVALID:
    "The certificate is another host's: write the host as the certificate names it.",
};

/** Of a server that offers no encryption where `tls: verify` asks for it. */
export const withoutTls =
  "The server offers no encryption: have it turned on there, or set tls: off where nobody else can listen.";

/** Of a table or a column that is not there. */
export const noLonger =
  "Is it what thuocdo.yaml says it is? docs/sources.md says what is read of every kind of store, and docs/survey-store.md which columns.";
