"""A mail server for tests, on a free loopback port, that keeps every letter it takes.

Prints `ready PORT` once it listens and ends when its standard input does.
Each letter becomes NNNN.eml (the bytes as they came) and NNNN.json (the envelope, and the letter
as Python's email package reads it) in --folder.

Local parts with a meaning: `unknown` is refused with 550, `later` with 451.
Bodies with a meaning: `REFUSE-THIS` is answered 554, `HANG-UP` ends the connection without an answer.
Letters above 4,000,000 bytes are refused with 552.
"""

import argparse
import asyncio
import email
import email.policy
import json
import pathlib
import ssl
import sys

try:
    from aiosmtpd.smtp import SMTP, AuthResult
except ImportError:
    print("missing aiosmtpd", flush=True)
    sys.exit(3)


class Letters:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("unknown@"):
            return f"550 5.1.1 <{address}>: no such mailbox"
        if address.startswith("later@"):
            return f"451 4.2.1 <{address}>: mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if b"REFUSE-THIS" in envelope.original_content:
            return "554 5.7.1 content refused"
        if b"HANG-UP" in envelope.original_content:
            server.transport.abort()
            return "250 never seen"
        self.count += 1
        self.keep(server, session, envelope)
        return "250 2.0.0 kept"

    def keep(self, server, session, envelope):
        raw = envelope.original_content
        letter = email.message_from_bytes(raw, policy=email.policy.default)
        sender = letter["From"].addresses[0]
        recipient = letter["To"].addresses[0]
        facts = {
            "envelopeFrom": envelope.mail_from,
            "envelopeTo": envelope.rcpt_tos,
            "tls": server.transport.get_extra_info("ssl_object") is not None,
            "user": session.auth_data.decode() if session.auth_data else None,
            "peer": session.peer[1],
            "hello": session.host_name,
            "headers": letter.keys(),
            "subject": letter["Subject"],
            "fromName": sender.display_name,
            "fromAddress": sender.addr_spec,
            "toName": recipient.display_name,
            "toAddress": recipient.addr_spec,
            "body": letter.get_content().replace("\r\n", "\n"),
            "defects": [str(defect) for defect in letter.defects]
            + [str(defect) for value in letter.values() for defect in value.defects],
        }
        (self.folder / f"{self.count:04}.eml").write_bytes(raw)
        (self.folder / f"{self.count:04}.json").write_text(json.dumps(facts))


def authenticate(server, session, envelope, mechanism, data):
    if data.login == b"clerk" and data.password == "pass word@%/é".encode():
        return AuthResult(success=True, auth_data=data.login)
    return AuthResult(success=False, handled=False)


async def main():
    options = argparse.ArgumentParser()
    options.add_argument("--mode", choices=["plain", "starttls", "smtps", "auth", "silent"], required=True)
    options.add_argument("--folder", required=True)
    options.add_argument("--certificate")
    options.add_argument("--key")
    chosen = options.parse_args()

    tls = None
    if chosen.certificate:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(chosen.certificate, chosen.key)
    letters = Letters(chosen.folder)
    settings = {"hostname": "localhost", "data_size_limit": 4_000_000}
    if chosen.mode == "starttls":
        settings |= {"tls_context": tls, "require_starttls": True}
    if chosen.mode == "auth":
        settings |= {"authenticator": authenticate, "auth_required": True, "auth_require_tls": False}

    loop = asyncio.get_running_loop()
    build = asyncio.Protocol if chosen.mode == "silent" else lambda: SMTP(letters, **settings)
    server = await loop.create_server(build, "127.0.0.1", 0, ssl=tls if chosen.mode == "smtps" else None)
    print("ready", server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


asyncio.run(main())
