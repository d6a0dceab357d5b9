// The camera, where this browser can read QR codes by itself.

const MILLISECONDS_BETWEEN = 150;
const MILLISECONDS_THE_SAME = 4000;

// Some browsers have the detector and no format that it could detect.
export async function canScan() {
  if (!("BarcodeDetector" in globalThis) || !navigator.mediaDevices?.getUserMedia) return false;
  try {
    return (await BarcodeDetector.getSupportedFormats()).includes("qr_code");
  } catch {
    return false;
  }
}

export class Camera {
  #video = document.getElementById("video");
  #start = document.getElementById("camera-start");
  #stop = document.getElementById("camera-stop");
  #stream = null;
  #last = {code: null, at: 0};

  constructor(onCode, onDenied) {
    this.onCode = onCode;
    this.#start.addEventListener("click", () => this.#open().catch(() => this.#denied(onDenied)));
    this.#stop.addEventListener("click", () => this.close());
    document.addEventListener("visibilitychange", () => document.hidden && this.close());
  }

  close() {
    this.#stream?.getTracks().forEach(track => track.stop());
    this.#stream = null;
    this.#video.srcObject = null;
    this.#shown(false);
  }

  async #open() {
    this.#stream = await navigator.mediaDevices.getUserMedia({
      // Not `exact`: a laptop has one camera, which looks the other way.
      video: {facingMode: "environment", width: {ideal: 1280}, height: {ideal: 720}}, audio: false,
    });
    this.#video.srcObject = this.#stream;
    this.#shown(true);
    await this.#video.play();
    this.#watch(new BarcodeDetector({formats: ["qr_code"]}), this.#stream);
  }

  async #watch(detector, stream) {
    while (this.#stream === stream) {
      const found = await detector.detect(this.#video).catch(() => []);
      const code = found.find(barcode => barcode.rawValue)?.rawValue;
      if (code) this.#seen(code);
      await new Promise(done => setTimeout(done, MILLISECONDS_BETWEEN));
    }
  }

  // A ticket is held up for a while: it is one scan until it has been away.
  #seen(code) {
    const now = Date.now();
    const isSame = code === this.#last.code && now - this.#last.at < MILLISECONDS_THE_SAME;
    this.#last = {code, at: now};
    if (!isSame) this.onCode(code);
  }

  #shown(isOpen) {
    this.#video.hidden = this.#stop.hidden = !isOpen;
    this.#start.hidden = isOpen;
  }

  #denied(onDenied) {
    this.close();
    onDenied();
  }
}
