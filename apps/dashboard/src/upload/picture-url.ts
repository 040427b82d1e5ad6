/** What a picture's file holds, as a data URL; null where it is empty, damaged or no picture. */
export async function pictureUrl(file: File): Promise<string | null> {
  const picture = await createImageBitmap(file).catch(() => null); // that it cannot be read is the answer
  picture?.close();
  return picture && dataUrl(file);
}

const dataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
