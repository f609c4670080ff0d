import { handbookPictures, type HandbookPictures } from '../../shared/documents/handbook.ts'

/** Where the build puts the pictures that the tests of the pages take: read when they are shown, without the network. */
const built = import.meta.glob<string>('@pictures/*.png', { eager: true, query: '?url', import: 'default' })

const addressOf = (file: string): string | undefined => {
  const name = file.slice(file.lastIndexOf('/'))
  const found = Object.entries(built).find(([path]) => path.endsWith(name))?.[1]
  // Whole: a frame that prints has no address of its own.
  return found === undefined ? undefined : new URL(found, location.href).href
}

/** Where the handbook's pictures are. */
export const pictures: HandbookPictures = Object.fromEntries(
  handbookPictures.map((file) => [file, addressOf(file)]),
)

/** One picture inside its own address. @throws DOMException where it cannot be read */
async function inside(address: string): Promise<string> {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  canvas.getContext('2d')?.drawImage(image, 0, 0)
  return canvas.toDataURL('image/png')
}

/** The same inside the page itself: what is printed asks for nothing outside, and no page of the application may fetch. */
export const picturesInside = async (): Promise<HandbookPictures> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(pictures).map(
        async ([file, address]) => [file, address === undefined ? undefined : await inside(address)] as const,
      ),
    ),
  )
