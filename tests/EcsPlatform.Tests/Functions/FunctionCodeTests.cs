using EcsPlatform.Foundations;
using EcsPlatform.Functions;
using EcsPlatform.Plans;
using EcsPlatform.Testing;
using static EcsPlatform.Tests.Functions.FunctionPlans;

namespace EcsPlatform.Tests.Functions;

public sealed class FunctionCodeTests : IDisposable
{
    private const string Other = "222222222222.dkr.ecr.eu-west-1.amazonaws.com/library/copy";

    private static readonly string[] CodeInputs =
        ["code", "handler", "imageConfig", "imageUri", "layers", "runtime", "s3Bucket", "s3Key", "s3ObjectVersion", "sourceCodeHash"];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_defaults()
    {
        var image = (FunctionCode.Image)Args.Code;
        image.Command.ShouldBeEmpty();
        image.EntryPoint.ShouldBeEmpty();
        image.WorkingDirectory.ShouldBeNull();
        Jar.Layers.ShouldBeEmpty();
        Zip.Layers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("unpinned/copy@sha256:0000000000000000000000000000000000000000000000000000000000000000",
        "copy.code.image: 'copy' without a pin. Allowed: an image that was pushed. Pin the image, or leave the function out until then.")]
    [InlineData("docker.io/library/copy@" + Valid.Digest,
        "copy.code.image: 'docker.io/library/copy@" + Valid.Digest + "'. Allowed: an image in ECR in eu-west-1. " +
        "Replicate it to a private repository of the function's region.")]
    [InlineData("111111111111.dkr.ecr.eu-west-2.amazonaws.com/copy@" + Valid.Digest,
        "copy.code.image: '111111111111.dkr.ecr.eu-west-2.amazonaws.com/copy@" + Valid.Digest + "'. Allowed: an image in ECR in eu-west-1. " +
        "Replicate it to a private repository of the function's region.")]
    public void An_image_must_be_in_the_functions_region(string image, string problem) =>
        ProblemsOf(Args with { Code = new FunctionCode.Image(ImageReference.Parse(image)) }).ShouldBe([problem]);

    [Fact]
    public void Every_problem_is_reported()
    {
        ProblemsOf(Args with { Code = new FunctionCode.Image(ImageReference.Parse($"{Other}@{Valid.Digest}")) { WorkingDirectory = "srv" } }).ShouldBe([
            "copy.code.workingDirectory: 'srv'. Allowed: an absolute path. Begin the path with /.",
        ]);
        ProblemsOf(Args with { Code = Jar with { Key = "/a.jar", Version = "null", Sha256 = "ABC", Handler = "a b", Runtime = "java8" } }).ShouldBe([
            "copy.code.key: '/a.jar'. Allowed: an object's key, which does not begin with /. Give the key in the bucket.",
            "copy.code.version: 'null'. Allowed: an object's version. Upload it to a bucket with versions, and give the version's id.",
            "copy.code.sha256: 'ABC'. Allowed: 64 lower-case hexadecimal digits. Give what sha256sum prints for the file.",
            "copy.code.handler: 'a b'. Allowed: 1 to 128 characters without spaces. Name what the runtime calls.",
            $"copy.code.runtime: 'java8', deprecated on 2024-01-08. Allowed: {string.Join(", ", FunctionRuntimes.Supported)}. " +
                "Build the code for a runtime that gets security updates.",
        ]);
        ProblemsOf(Args with { Code = Zip with { Files = Files(("../a.mjs", "")) } }).ShouldBe([
            "copy.code.files: '../a.mjs'. Allowed: names of letters, digits and _ . -, joined by /. Rename the file.",
        ]);
    }

    [Fact]
    public void No_runtime_is_both_supported_and_deprecated() => FunctionRuntimes.Supported.Intersect(FunctionRuntimes.Deprecated.Keys).ShouldBeEmpty();

    [Theory]
    [InlineData("java11", true)]
    [InlineData("java11.al2023", true)]
    [InlineData("java21", true)]
    [InlineData("nodejs24.x", true)]
    [InlineData("nodejs20.x", false)]
    [InlineData("python3.9", false)]
    [InlineData("provided.al2", false)]
    [InlineData("", false)]
    public void Deprecated_runtimes_are_refused(string runtime, bool right) =>
        ProblemsOf(Args with { Code = Jar with { Runtime = runtime } }).Count.ShouldBe(right ? 0 : 1);

    [Fact]
    public async Task An_image_is_pinned_by_its_digest()
    {
        var function = (await Of(Args)).Only(Function);
        (function.Text("packageType"), function.Text("imageUri")).ShouldBe(
            ("Image", $"111111111111.dkr.ecr.eu-west-1.amazonaws.com/library/copy@{Valid.Digest}"));
        HasOnly(function, "imageUri");
    }

    [Fact]
    public async Task An_image_may_be_started_otherwise()
    {
        var function = (await Of(Args with
        {
            Code = new FunctionCode.Image(ImageReference.Parse($"{Other}@{Valid.Digest}"))
            {
                Command = ["app.handler", "-v"],
                EntryPoint = ["/lambda-entrypoint.sh"],
                WorkingDirectory = "/srv",
            },
        })).Only(Function);
        function.Text("imageUri").ShouldBe($"{Other}@{Valid.Digest}");
        function.Texts("imageConfig.commands").ShouldBe(["app.handler", "-v"]);
        function.Texts("imageConfig.entryPoints").ShouldBe(["/lambda-entrypoint.sh"]);
        function.Text("imageConfig.workingDirectory").ShouldBe("/srv");
    }

    [Fact]
    public async Task What_an_image_decides_itself_is_left_out()
    {
        var image = new FunctionCode.Image(ImageReference.Parse($"{Other}@{Valid.Digest}"));
        var function = (await Of(Args with { Code = image with { Command = ["app.handler"] } })).Only(Function);
        function.Texts("imageConfig.commands").ShouldBe(["app.handler"]);
        (function.Input("imageConfig.entryPoints"), function.Input("imageConfig.workingDirectory")).ShouldBe((null, null));
        function = (await Of(Args with { Code = image with { EntryPoint = ["/run"] } })).Only(Function);
        function.Texts("imageConfig.entryPoints").ShouldBe(["/run"]);
        function.Input("imageConfig.commands").ShouldBeNull();
    }

    [Fact]
    public async Task A_JAR_is_pinned_by_its_version_and_hash()
    {
        var function = (await Of(Args with { Code = Jar with { Layers = ["arn:aws:lambda:eu-west-1:111111111111:layer:properties:3"] } })).Only(Function);
        (function.Text("packageType"), function.Text("handler"), function.Text("runtime")).ShouldBe(("Zip", Jar.Handler, "java21"));
        (function.Text("s3Bucket"), function.Text("s3Key"), function.Text("s3ObjectVersion")).ShouldBe(("jars", "copy/copy.jar", "3sL4kqtJlcpXroDTDmJ"));
        function.Text("sourceCodeHash").ShouldBe("PyqcUeB72ERm0aW+kMJ/OOSxDXrJb1KDex4E2ajDZfI=");
        function.Texts("layers").ShouldBe(["arn:aws:lambda:eu-west-1:111111111111:layer:properties:3"]);
        HasOnly(function, "handler", "layers", "runtime", "s3Bucket", "s3Key", "s3ObjectVersion", "sourceCodeHash");
    }

    [Fact]
    public async Task A_JAR_that_is_built_anew_under_the_same_key_is_deployed()
    {
        var before = (await Of(Args with { Code = Jar, Alias = "live" })).Only(Function);
        var after = (await Of(Args with { Code = Jar with { Version = "QUpfdndhfd8438MNFDN", Sha256 = new string('a', 64) }, Alias = "live" })).Only(Function);
        after.Text("s3Key").ShouldBe(before.Text("s3Key"));
        after.Text("s3ObjectVersion").ShouldNotBe(before.Text("s3ObjectVersion"));
        after.Text("sourceCodeHash").ShouldNotBe(before.Text("sourceCodeHash"));
        after.OutputText("version").ShouldNotBe(before.OutputText("version"));
    }

    [Fact]
    public async Task Small_code_is_zipped_with_a_hash_of_its_content()
    {
        var function = (await Of(Args with { Code = Zip })).Only(Function);
        (function.Text("packageType"), function.Text("handler"), function.Text("runtime")).ShouldBe(("Zip", "index.handler", "nodejs24.x"));
        function.Input("code").ShouldBe(new PropertyValue.Asset("AssetArchive"));
        HasOnly(function, "code", "handler", "runtime", "sourceCodeHash");
        var hash = function.Text("sourceCodeHash");
        Convert.FromBase64String(hash).Length.ShouldBe(32);
        (await HashOf(Files(("index.mjs", Zip.Files["index.mjs"])))).ShouldBe(hash);
        (await HashOf(Files(("index.mjs", "export {};\n")))).ShouldNotBe(hash);
        (await HashOf(Files(("main.mjs", Zip.Files["index.mjs"])))).ShouldNotBe(hash);
    }

    [Fact]
    public void A_folder_is_read_with_its_folders_and_without_hidden_files()
    {
        Write("index.mjs", [.. "a"u8]);
        Write("lib/b.mjs", [.. "é"u8]);
        Write(".eslintrc", [.. "c"u8]);
        Write(".git/config", [.. "d"u8]);
        FunctionFiles.In(folder).ShouldBe(Files(("index.mjs", "a"), ("lib/b.mjs", "é")));
    }

    [Fact]
    public void Only_texts_are_read()
    {
        Write("a.bin", [0xff]);
        Write("b.bin", [0xfe]);
        Should.Throw<InvalidArgsException>(() => FunctionFiles.In(folder)).Message.ShouldBe(
            $"FunctionFiles: 2 problems\n  {folder}/a.bin: bytes that are no text. Allowed: UTF-8. Build an archive of it, and give that as a JAR is given.\n" +
            $"  {folder}/b.bin: bytes that are no text. Allowed: UTF-8. Build an archive of it, and give that as a JAR is given.");
        Should.Throw<InvalidArgsException>(() => FunctionFiles.In("nowhere")).Message.ShouldBe(
            "FunctionFiles: 1 problem\n  nowhere: no folder. Allowed: a folder. Correct the path; it begins at the folder that the program runs in.");
    }

    private static void HasOnly(PlannedResource function, params string[] inputs) =>
        CodeInputs.Where(input => function.Input(input) is not null).ShouldBe(inputs);

    private static async Task<string> HashOf(System.Collections.Immutable.ImmutableSortedDictionary<string, string> files) =>
        (await Of(Args with { Code = Zip with { Files = files } })).Only(Function).Text("sourceCodeHash");

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
