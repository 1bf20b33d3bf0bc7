/**
 * The file a person uploads to the portal, whose published schema asks for the attribute that the API does without. Built anew from what
 * would be or was sent; those bytes stay as they are.
 */
export async function portalXml(sent: string): Promise<Uint8Array<ArrayBuffer>> {
  // The XML parser is only loaded by who reads XML.
  const [{ buildConsignment }, { readConsignment }] = await Promise.all([
    import('#app/vat/xml/build-consignment.ts'),
    import('#app/vat/xml/read-consignment.ts'),
  ]);
  const { declarations } = await readConsignment(new TextEncoder().encode(sent));
  const bytes = buildConsignment(declarations.flatMap(({ ret }) => (ret ? [{ ...ret, paymentAttribute: 'NO' }] : [])));
  return new Uint8Array(bytes);
}
