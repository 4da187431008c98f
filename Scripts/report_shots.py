#!/usr/bin/env python3
"""report_shots.py PAGE.html FOLDER [AXE.js]: the page in Chromium, light and dark, 400 and 1400 pixels wide, and on paper.
With axe-core's script (the package axe-playwright-python has one) its findings are printed, and any of them is a failure. The page
is asked for nothing but itself: what it would load, its console, and whether it is wider than its window are checked, too.
Needs selenium, chromium and chromium-driver."""
import base64, json, pathlib, sys
from selenium import webdriver

page, folder = pathlib.Path(sys.argv[1]).resolve().as_uri(), pathlib.Path(sys.argv[2])
axe = pathlib.Path(sys.argv[3]).read_text() if len(sys.argv) > 3 else None
folder.mkdir(parents=True, exist_ok=True)
options = webdriver.ChromeOptions()
for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"):
    options.add_argument(argument)
options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
options.binary_location = "/usr/bin/chromium"
driver = webdriver.Chrome(options=options, service=webdriver.ChromeService("/usr/bin/chromedriver"))
driver.set_script_timeout(300)
failures = []


def shot(name, width, height=None):
    """The page from its top down to a height, or whole."""
    full = driver.execute_script("return document.documentElement.scrollHeight")
    clip = {"x": 0, "y": 0, "width": width, "height": min(height or full, 12000), "scale": 1}
    data = driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True, "clip": clip})["data"]
    (folder / f"{name}.png").write_bytes(base64.b64decode(data))


def look(scheme, width):
    """Screenshots of the page as it comes and with everything open, and what axe says with the first of each kind open."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    driver.get(page)
    for state, which in (("closed", "details.none"), ("open", "details")):
        driver.execute_script(f"document.querySelectorAll('{which}').forEach(d => d.open = true)")
        wide = driver.execute_script("return document.documentElement.scrollWidth")
        if wide > width:
            failures.append(f"{scheme} {width} {state}: the page is {wide} wide")
        shot(f"{scheme}-{width}-{state}", width)
    if not axe:
        return
    # One of many alike is enough: the rules look at every sign of the page.
    driver.execute_script("document.querySelectorAll('details').forEach(d => d.open = d.matches(':first-of-type'))")
    driver.execute_script(axe)
    result = driver.execute_async_script("axe.run({resultTypes: ['violations', 'incomplete']}).then(arguments[0])")
    print(f"axe {scheme} {width}: {len(result['passes'])} rules pass, {len(result['violations'])} fail")
    for rule in result["violations"]:
        failures.append(f"axe {scheme} {width}: {rule['id']}, {rule['help']}; {rule['nodes'][0]['html'][:200]}")
    for rule in result["incomplete"]:
        print(f"  not decided: {rule['id']} at {len(rule['nodes'])} places, such as {rule['nodes'][0]['html'][:120]}")


try:
    for scheme in ("light", "dark"):
        for width in (400, 1400):
            look(scheme, width)
    driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    driver.get(page)
    pdf = driver.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})
    (folder / "print.pdf").write_bytes(base64.b64decode(pdf["data"]))
    for entry in driver.get_log("browser"):
        failures.append(f"console: {entry['message'][:200]}")
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if not url.startswith((page, "data:", "chrome")):
                failures.append(f"asked for {url}")
finally:
    driver.quit()
print("\n".join(failures) or "report_shots: nothing is wrong")
sys.exit(1 if failures else 0)
