import { readFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { zVendor } from '#app/vendor/vendor.ts';
import { signVendorFile } from '#app/vendor/vendor-file.ts';

/**
 * For the vendor. `node scripts/run.mjs app/relay/sign-vendor.ts key` prints a new key pair: the private half is kept, the public one goes into
 * app/vendor/keys.ts of the vendor's build. `… sign PRIVATE.json DATA.json` prints the signed vendor file.
 */
const [verb, keyFile, dataFile] = process.argv.slice(2);
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

if (verb === 'key') {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  process.stdout.write(`${JSON.stringify({ private: await exportJWK(privateKey), public: await exportJWK(publicKey) }, null, 2)}\n`);
} else if (verb === 'sign' && keyFile && dataFile) {
  const key = read(keyFile) as JWK & { readonly private?: JWK };
  process.stdout.write(await signVendorFile(zVendor.parse(read(dataFile)), key.private ?? key));
} else {
  process.stderr.write('sign-vendor key | sign-vendor sign PRIVATE.json DATA.json\n');
  process.exitCode = 2;
}
