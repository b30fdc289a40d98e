/** A piece of code in a page, by what stands after its fence. */
export type Block = { language: string; runsOn: boolean; code: string }

export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)( runs on)?\n([\s\S]*?)^```$/gm)].map(
    ([, language = '', runsOn, code = '']) => ({ language, runsOn: runsOn !== undefined, code }),
  )
}

/** The scopes a page says its key needs; all of them where it says nothing. */
export function scopesOf(markdown: string): string[] {
  const [, line] = /^Scopes: (.*)$/m.exec(markdown) ?? []
  return line === undefined ? ['*'] : [...line.matchAll(/`([a-z:_]+)`/g)].map(([, scope = '']) => scope)
}

/** A request as it is written down: a line, headers, and after an empty line the body. */
export function requestOf(code: string): { url: string; init: RequestInit } {
  const [head = '', body] = code.trimEnd().split('\n\n')
  const [first = '', ...headers] = head.split('\n')
  const [method = '', url = ''] = first.split(' ')
  return {
    url,
    init: {
      method,
      headers: headers.map((line): [string, string] => {
        const [name = '', value = ''] = line.split(': ')
        return [name, value]
      }),
      ...(body === undefined ? {} : { body }),
    },
  }
}
