// Restores the npm packages where the lock file changed, then writes the portal's assets into wwwroot/dist.
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(project, 'wwwroot', 'dist');
const read = (...parts) => readFileSync(path.join(project, ...parts), 'utf8');

function requireNode(major) {
  if (Number.parseInt(process.versions.node, 10) < major) {
    // MSBuild shows a line of this form as an error of the build.
    console.error(`FrontEnd : error FE0002: Node.js ${major} or newer builds the front end; this is ${process.versions.node}.`);
    process.exit(1);
  }
}

function restorePackages() {
  const stamp = path.join(project, 'node_modules', '.restored');
  const wanted = createHash('sha256').update(read('package.json')).update(read('package-lock.json')).digest('hex');

  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) {
    return;
  }

  execSync('npm ci --ignore-scripts --include=dev --no-audit --no-fund', { cwd: project, stdio: 'inherit' });
  writeFileSync(stamp, wanted);
}

function iconSprite() {
  const names = read('FrontEnd', 'icons.txt').split('\n').map(line => line.trim()).filter(Boolean);
  const symbols = names.map(name => {
    const shapes = read('node_modules', '@tabler', 'icons', 'icons', 'outline', `${name}.svg`)
      .match(/<(path|circle|rect|line)\b[^>]*>/g)
      .filter(shape => !shape.includes('stroke="none"'));
    return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('\n')}</svg>\n`;
}

async function bundle() {
  const { build } = await import('esbuild');
  const source = name => path.join(project, 'FrontEnd', name);
  await build({
    entryPoints: [source('site.css'), source('site.js'), source('theme.js')],
    outdir: dist,
    bundle: true,
    minify: true,
    format: 'iife',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

requireNode(20);
restorePackages();
mkdirSync(dist, { recursive: true });
writeFileSync(path.join(dist, 'icons.svg'), iconSprite());
await bundle();
