"""A person at a browser: reads, writes, presses; and looks at each page on a desktop and on a phone."""

import base64
import shutil

from axe_selenium_python import Axe
from selenium import webdriver
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

# What this axe doesn't know of HTML yet (e-mail fields as user names, divs around the pairs of a dl), and rules that axe
# has withdrawn since.
PASSED_OVER = {"autocomplete-valid", "definition-list", "dlitem", "checkboxgroup", "radiogroup"}
SIZES = {"desktop": (1280, 900, False), "phone": (390, 844, True)}


class Visitor:
    def __init__(self, server, screenshots):
        self.server = server
        self.screenshots = screenshots
        options = webdriver.ChromeOptions()
        options.add_argument("--headless=new")
        options.add_argument("--disable-dev-shm-usage")
        # Root and containers can't have the browser's sandbox, and only our own pages are opened.
        options.add_argument("--no-sandbox")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.resize("desktop")

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            self.capture("failed")
            print(f"At {self.driver.current_url}:\n{self.text()}\n{self.server.read_log()}")
        self.driver.quit()

    # Reading

    def open(self, address):
        self.driver.get(address if "://" in address else self.server.origin + address)

    def text(self):
        return self.driver.execute_script("return document.body.innerText")

    def path(self):
        return self.driver.current_url.removeprefix(self.server.origin).split("?")[0]

    def sees(self, *sentences):
        """Each stands on the page, now or soon."""
        for sentence in sentences:
            self.wait(lambda _: sentence in self.text(), f"“{sentence}” is not on the page")

    def sees_places(self):
        """The places of findings are drawn on the page; they load as they come into sight."""
        places = self.all(".place img")
        assert places, "no place is shown"
        for place in places:
            self.driver.execute_script("arguments[0].scrollIntoView()", place)
            self.wait(lambda _: self.driver.execute_script("return arguments[0].naturalWidth", place) > 0, "a place stays empty")

    def misses(self, sentence):
        assert sentence not in self.text(), f"“{sentence}” is on the page"

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def open_first(self, links, wanted):
        """Opens the pages behind `links` until one holds an element `wanted`."""
        for address in [link.get_attribute("href") for link in self.all(links)]:
            self.open(address)
            if self.all(wanted):
                return
        raise AssertionError(f"No page behind {links} holds {wanted}.")

    # Acting

    def sign_in(self, link):
        """With a link that works once; whoever comes later in the stage goes on in the browser that used it."""
        if link in self.server.cookies:
            self.open("/")
            for cookie in self.server.cookies[link]:
                self.driver.add_cookie(cookie)
            return
        self.open(link)
        self.press("Sign in")
        self.server.cookies[link] = self.driver.get_cookies()

    def press(self, label, confirmed=False):
        """Presses a button or link of the page, answers its question with yes, and waits for the page that follows."""
        self.mark()
        words = f"normalize-space()='{label}'"
        self.click(self.driver.find_element(By.XPATH, f"//main//button[{words}] | //main//a[{words}]"))
        if confirmed:
            self.click(self.driver.find_element(By.XPATH, "//dialog//button[.='Yes, go on']"))
        self.wait_for_next(f"nothing followed “{label}”")

    def press_first(self, selector):
        """Presses the first that fits, and waits for the page that follows."""
        self.mark()
        self.click(self.all(selector)[0])
        self.wait_for_next(f"nothing followed {selector}")

    def write(self, name, text):
        field = self.driver.find_element(By.NAME, name)
        field.clear()
        field.send_keys(text)

    def choose(self, name, value):
        self.click(self.driver.find_element(By.CSS_SELECTOR, f'select[name="{name}"] option[value="{value}"]'))

    def keys(self, text):
        """Typed into the page, one key after another."""
        for key in text:
            self.driver.switch_to.active_element.send_keys(key)

    def tick(self, name, value=None):
        wanted = f'input[name="{name}"]' + (f'[value="{value}"]' if value else "")
        self.click(self.driver.find_element(By.CSS_SELECTOR, wanted))

    def give(self, name, path):
        """Chooses a file in the page's one field of this name and sends its form."""
        self.mark()
        field = self.driver.find_element(By.NAME, name)
        field.send_keys(str(path))
        self.click(field.find_element(By.XPATH, "./ancestor::form//button"))
        self.wait_for_next("nothing followed the upload")

    def upload(self, slot, path):
        self.mark()
        form = self.driver.find_element(By.CSS_SELECTOR, f'form[action$="/files/{slot}"]')
        form.find_element(By.NAME, "file").send_keys(str(path))
        self.click(form.find_element(By.TAG_NAME, "button"))
        self.wait_for_next("nothing followed the upload")
        self.wait(lambda _: not self.all("[data-refresh]"), "screening did not end")

    def click(self, element):
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def mark(self):
        """Writes on this document, so that the next one can be told from it."""
        self.driver.execute_script("window.walked = true")

    def wait_for_next(self, message):
        """Waits for another document than the marked one. Elements are no help here: while pages change, Chromium answers
        questions about an old one now with staleness, now with an inspector's error."""
        self.wait(lambda _: self.driver.execute_script("return !window.walked && document.readyState === 'complete'"), message)

    def wait(self, condition, message):
        WebDriverWait(self.driver, 30, ignored_exceptions=[WebDriverException]).until(condition, message)

    # Looking

    def look(self, name):
        """Stores the page as both sizes show it; refuses pages that scroll sideways, shut people out, or break in the browser."""
        for size in SIZES:
            self.resize(size)
            self.capture(f"{name}-{size}")
            width = self.driver.execute_script("return document.documentElement.scrollWidth")
            assert width <= SIZES[size][0], f"{name} is {width} pixels wide on a {size}"
            self.check_accessibility(name, size)
        self.resize("desktop")
        errors = [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] == "SEVERE"]
        assert not errors, f"{name}: {errors}"

    def check_accessibility(self, name, size):
        axe = Axe(self.driver)
        axe.inject()
        found = [
            rule for rule in axe.run()["violations"]
            if rule["impact"] in ("serious", "critical") and rule["id"] not in PASSED_OVER]
        told = [f"{rule['id']}: {node['html'][:160]}" for rule in found for node in rule["nodes"]]
        assert not told, f"{name} on a {size} shuts people out:\n" + "\n".join(told)

    def resize(self, size):
        width, height, mobile = SIZES[size]
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})

    def capture(self, name):
        picture = self.driver.execute_cdp_cmd("Page.captureScreenshot", {"captureBeyondViewport": True})
        (self.screenshots / f"{name}.png").write_bytes(base64.b64decode(picture["data"]))
