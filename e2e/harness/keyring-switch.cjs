// Playwright tells Chromium to use no keychain; this is read after it and says otherwise.
require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret');
