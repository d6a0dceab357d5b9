#!/bin/sh
# opentelemetry-sdk 1.45.2 with the OTLP exporter over HTTP: force_flush(2000), two seconds, takes
# seven while no collector answers, and returns True although every span was lost.
#
# TracerProvider.force_flush says that it returns False if the timeout is exceeded. It passes the
# time on, and the batch processor exports until the exporter gives up, which tries again with
# growing pauses for as long as OTEL_EXPORTER_OTLP_TIMEOUT (10 s) lets it. What the export came to
# is not asked for. The provider's own exit handler takes about as long: a container that is given
# ten seconds to stop is killed while its last spans are tried. Waiting for the flush in a thread
# that does not keep the process is what bounds it.
#
# Guard: src/infrastructure/tracing.py waits two seconds for the flush when a process ends, and no
# exit handler of the library is registered.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
    opentelemetry-sdk==1.45.2 opentelemetry-exporter-otlp-proto-http==1.45.2 \
    2> "$folder/pip.log" || { cat "$folder/pip.log"; exit 1; }
cat > "$folder/flush.py" <<'PYTHON'
import logging
import socket
import sys
import time

from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

logging.disable(logging.CRITICAL)
# A port that refuses connections: nobody listens on it any more.
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

provider = TracerProvider(shutdown_on_exit=False)
exporter = OTLPSpanExporter(endpoint=f"http://127.0.0.1:{port}/v1/traces")
provider.add_span_processor(BatchSpanProcessor(exporter))
provider.get_tracer("shop").start_span("sale").end()
started = time.monotonic()
answer = provider.force_flush(timeout_millis=2000)
seconds = time.monotonic() - started
print(f"force_flush(timeout_millis=2000): {answer} after {seconds:.1f} s")
sys.exit(not (answer is True and seconds > 4))
PYTHON
"$folder/venv/bin/python" "$folder/flush.py" || { echo "This has changed." >&2; exit 1; }
