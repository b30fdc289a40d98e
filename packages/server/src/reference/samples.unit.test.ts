import { describe, expect, test } from 'vitest'
import { samplesOf } from './samples.ts'

const call = {
  method: 'POST',
  url: 'https://sundial.example.org/sundial/api/v1/entries',
  key: { kind: 'bearer' } as const,
  body: { title: "Ada's \\ notes", tag_ids: [1], billable: true, notes: null, custom_fields: {} },
}

function codeOf(language: string, given: Parameters<typeof samplesOf>[0] = call) {
  return samplesOf(given).find((sample) => sample.language === language)?.code
}

describe('a sample', () => {
  test('in curl quotes for the shell', () => {
    expect(codeOf('curl')).toBe(
      [
        `curl -X POST 'https://sundial.example.org/sundial/api/v1/entries' \\`,
        `  -H 'Authorization: Bearer YOUR_KEY' \\`,
        `  -H 'Content-Type: application/json' \\`,
        `  -d '{`,
        `  "title": "Ada'\\''s \\\\ notes",`,
        `  "tag_ids": [`,
        `    1`,
        `  ],`,
        `  "billable": true,`,
        `  "notes": null,`,
        `  "custom_fields": {}`,
        `}'`,
      ].join('\n'),
    )
  })

  test('in JavaScript uses fetch', () => {
    expect(codeOf('javascript')).toBe(
      [
        `const response = await fetch('https://sundial.example.org/sundial/api/v1/entries', {`,
        `  method: 'POST',`,
        `  headers: { Authorization: 'Bearer YOUR_KEY', 'Content-Type': 'application/json' },`,
        `  body: JSON.stringify({`,
        `    title: 'Ada\\'s \\\\ notes',`,
        `    tag_ids: [1],`,
        `    billable: true,`,
        `    notes: null,`,
        `    custom_fields: {},`,
        `  }),`,
        `})`,
        `console.log(response.status, await response.text())`,
      ].join('\n'),
    )
  })

  test('in PHP uses Guzzle', () => {
    expect(codeOf('php')).toBe(
      [
        '<?php',
        `require 'vendor/autoload.php';`,
        '',
        '$client = new GuzzleHttp\\Client();',
        `$response = $client->request('POST', 'https://sundial.example.org/sundial/api/v1/entries', [`,
        `    'headers' => ['Authorization' => 'Bearer YOUR_KEY'],`,
        `    'json' => [`,
        `        'title' => 'Ada\\'s \\\\ notes',`,
        `        'tag_ids' => [1],`,
        `        'billable' => true,`,
        `        'notes' => null,`,
        `        'custom_fields' => new stdClass(),`,
        `    ],`,
        `]);`,
        `echo $response->getBody();`,
      ].join('\n'),
    )
  })

  test('in Python uses requests', () => {
    expect(codeOf('python')).toBe(
      [
        'import requests',
        '',
        'response = requests.post(',
        `    'https://sundial.example.org/sundial/api/v1/entries',`,
        `    headers={'Authorization': 'Bearer YOUR_KEY'},`,
        '    json={',
        `        'title': 'Ada\\'s \\\\ notes',`,
        `        'tag_ids': [1],`,
        `        'billable': True,`,
        `        'notes': None,`,
        `        'custom_fields': {},`,
        '    },',
        ')',
        'print(response.status_code, response.text)',
      ].join('\n'),
    )
  })

  test('keeps the line breaks of a text', () => {
    const csv = { ...call, body: { csv: 'a,b\n1,2' } }
    expect(codeOf('javascript', csv)).toContain(`csv: 'a,b\\n1,2',`)
    expect(codeOf('php', csv)).toContain(`'csv' => 'a,b' . "\\n" . '1,2',`)
    expect(codeOf('python', csv)).toContain(`'csv': 'a,b\\n1,2',`)
  })

  test('presents the key as clients of the wire do', () => {
    const basic = { ...call, key: { kind: 'basic', password: 'api_token' } as const }
    expect(codeOf('curl', basic)).toContain(`-u 'YOUR_KEY:api_token'`)
    expect(codeOf('javascript', basic)).toContain(`Authorization: 'Basic ' + btoa('YOUR_KEY:api_token')`)
    expect(codeOf('php', basic)).toContain(`'auth' => ['YOUR_KEY', 'api_token'],`)
    expect(codeOf('python', basic)).toContain(`auth=('YOUR_KEY', 'api_token'),`)
    const alone = { ...call, key: { kind: 'header', name: 'X-Api-Key' } as const }
    expect(codeOf('curl', alone)).toContain(`-H 'X-Api-Key: YOUR_KEY'`)
    expect(codeOf('javascript', alone)).toContain(`headers: { 'X-Api-Key': 'YOUR_KEY', `)
    expect(codeOf('php', alone)).toContain(`'headers' => ['X-Api-Key' => 'YOUR_KEY'],`)
    expect(codeOf('python', alone)).toContain(`headers={'X-Api-Key': 'YOUR_KEY'},`)
  })

  test('of a public read is short', () => {
    const read = { method: 'GET', url: 'https://sundial.example.org/x', key: undefined, body: undefined }
    expect(codeOf('curl', read)).toBe(`curl 'https://sundial.example.org/x'`)
    expect(codeOf('javascript', read)).toContain(`await fetch('https://sundial.example.org/x')\n`)
  })
})
