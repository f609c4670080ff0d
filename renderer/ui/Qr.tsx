import { useEffect, useState } from 'react'

/** An address as a code to photograph; drawn once its library is read, which no page waits for. */
export function Qr({ text, className }: { readonly text: string; readonly className?: string | undefined }) {
  const [svg, setSvg] = useState('')
  useEffect(() => {
    let here = true
    void import('bwip-js/browser').then(({ toSVG }) => {
      if (here) setSvg(toSVG({ bcid: 'qrcode', text, scale: 1, paddingwidth: 4, paddingheight: 4 }))
    })
    return () => {
      here = false
    }
  }, [text])
  return (
    svg !== '' && (
      <img className={className} alt="" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} />
    )
  )
}
