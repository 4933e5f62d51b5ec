using EcsPlatform.Plans.Files;

namespace EcsPlatform.Plans.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_new_file_holds_the_text_in_UTF_8_without_a_mark()
    {
        AtomicFile.Write(_folder["plan.json"], "ü\n");
        File.ReadAllBytes(_folder["plan.json"]).ShouldBe("ü\n"u8.ToArray());
        _folder.Names.ShouldBe(["plan.json"]);
    }

    [Fact]
    public void An_old_file_is_replaced()
    {
        File.WriteAllText(_folder["plan.json"], "a much longer text than the new one");
        AtomicFile.Write(_folder["plan.json"], "new");
        File.ReadAllText(_folder["plan.json"]).ShouldBe("new");
        _folder.Names.ShouldBe(["plan.json"]);
    }

    [Fact]
    public void A_failure_half_way_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(_folder["plan.json"], "old");
        Should.Throw<InvalidOperationException>(() => AtomicFile.Write(_folder["plan.json"], file =>
        {
            file.Write("half a pl"u8);
            file.Flush();
            throw new InvalidOperationException();
        }));
        File.ReadAllText(_folder["plan.json"]).ShouldBe("old");
        _folder.Names.ShouldBe(["plan.json"]);
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_says_so()
    {
        File.WriteAllText(_folder["plan.json"], "old");
        Should.Throw<PlanFileException>(() => AtomicFile.Write(_folder["plan.json"], _ => throw new IOException("No space left on device"))).Message
            .ShouldBe($"{_folder["plan.json"]}: cannot be written: No space left on device; nothing was changed; give a file in a folder that you may write to");
        File.ReadAllText(_folder["plan.json"]).ShouldBe("old");
        _folder.Names.ShouldBe(["plan.json"]);
    }

    [Fact]
    public void A_missing_folder_is_named()
    {
        var path = Path.Combine(_folder["missing"], "plan.json");
        Should.Throw<PlanFileException>(() => AtomicFile.Write(path, "new")).Message
            .ShouldBe($"{path}: its folder does not exist; make the folder, or give another file");
        _folder.Names.ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_is_no_target()
    {
        Directory.CreateDirectory(_folder["plans"]);
        Should.Throw<PlanFileException>(() => AtomicFile.Write(_folder["plans"], "new")).Message
            .ShouldBe($"{_folder["plans"]}: is a folder; give a file in it");
    }

    [Fact]
    public void A_file_in_the_place_of_a_folder_is_named()
    {
        File.WriteAllText(_folder["file"], "");
        Should.Throw<PlanFileException>(() => AtomicFile.Write(Path.Combine(_folder["file"], "plan.json"), "new"));
        _folder.Names.ShouldBe(["file"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    public void What_is_no_path_is_refused(string path) => Should.Throw<PlanFileException>(() => AtomicFile.Write(path, "new"));

    [Fact]
    public void A_link_stays_one_and_what_it_leads_to_is_written()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(_folder["plan.json"], "old");
        File.CreateSymbolicLink(_folder["link.json"], _folder["plan.json"]);
        AtomicFile.Write(_folder["link.json"], "new");
        File.ResolveLinkTarget(_folder["link.json"], returnFinalTarget: false).ShouldNotBeNull();
        File.ReadAllText(_folder["plan.json"]).ShouldBe("new");
    }

    // Told from the path alone: a test that went wrong would replace the machine's device.
    [Theory]
    [InlineData("/dev/null", true)]
    [InlineData("/proc/self/fd/1", true)]
    [InlineData("/home/dev/plan.json", false)]
    [InlineData("/device/plan.json", false)]
    public void A_device_is_written_to_and_not_replaced(string path, bool device) => AtomicFile.IsDevice(path).ShouldBe(device);

    public void Dispose() => _folder.Dispose();
}
