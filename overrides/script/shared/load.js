// Data that a page loads once.

export async function fetchData(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.json();
}

// Loads files by their paths from `root` on. What failed is tried again when it is asked for again.
export function loader(root) {
  const files = new Map();
  return (path) => {
    if (!files.has(path)) files.set(path, fetchData(root + path));
    files.get(path).catch(() => files.delete(path));
    return files.get(path);
  };
}
