import Testing

@testable import WebDriver

@Suite("The arguments of a browser") struct LaunchBrowserTests {
    @Test(
        "of a launch replace the defaults of the same name, and lists of features are joined",
        arguments: [
            ([], ["--headless=new", "--window-size=1280,863", "--disable-features=RenderDocument"]),
            (
                ["--window-size=800,600"],
                ["--headless=new", "--disable-features=RenderDocument", "--window-size=800,600"]
            ),
            (
                ["disable-features=Translate"],
                ["--headless=new", "--window-size=1280,863", "disable-features=Translate,RenderDocument"]
            ),
            (
                ["--disable-features"],
                ["--headless=new", "--window-size=1280,863", "--disable-features=RenderDocument"]
            ),
            (
                ["--enable-features=A"],
                [
                    "--headless=new", "--window-size=1280,863", "--disable-features=RenderDocument",
                    "--enable-features=A",
                ]
            ),
        ]
    )
    func merged(own: [String], all: [String]) throws {
        var launch = Launch(driver: .remote("http://driver.test"))
        (launch.viewportWidth, launch.viewportHeight) = (1280, 720)
        launch.arguments = own
        #expect(launch.remoteCapabilities.firstMatch.first?.chromeOptions?.args == all)
    }
}
