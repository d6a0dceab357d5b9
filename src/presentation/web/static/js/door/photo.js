// A photo small enough for a bad network, and sharp enough for a code.

const LONGEST_SIDE = 1600;

export async function shrunk(file) {
  try {
    const image = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_SIDE / Math.max(image.width, image.height));
    const canvas = new OffscreenCanvas(
      Math.round(image.width * scale), Math.round(image.height * scale));
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return await canvas.convertToBlob({type: "image/jpeg", quality: 0.85});
  } catch {
    return file;
  }
}
