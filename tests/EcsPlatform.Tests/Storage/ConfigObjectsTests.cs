using System.Collections.Immutable;
using EcsPlatform.Foundations;
using EcsPlatform.Plans;
using EcsPlatform.Storage;
using EcsPlatform.Testing;
using Pulumi;
using Ec2 = Pulumi.Aws.Ec2;

namespace EcsPlatform.Tests.Storage;

public sealed class ConfigObjectsTests : IDisposable
{
    private const string Type = "aws:s3/bucketObjectv2:BucketObjectv2";
    private const string Key = "arn:aws:kms:eu-west-1:111111111111:key/0a1b";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void All_defaults()
    {
        var args = Args(("web.properties", new ConfigFile.Text("a=1")));
        (args.KeyPrefix, args.HashInKeys).ShouldBe(("", false));
        args.KmsKeyArn.ShouldBeNull();
        new ConfigFile.Text("").ContentType.ShouldBeNull();
        args.Problems("config").ShouldBeEmpty();
    }

    [Fact]
    public void Every_problem_is_reported()
    {
        (Args() with { KeyPrefix = "/web" }).Problems("config").Select(problem => problem.ToString()).ShouldBe([
            "config.keyPrefix: '/web'. Allowed: names of letters, digits and _ . -, each followed by /. Begin it without / and end it with /.",
            "config.files: none. Allowed: one or more. Name the files, or leave the objects out.",
        ]);
        (Args(
            ("a b", new ConfigFile.Text("")),
            ("gone.json", new ConfigFile.FromDisk("nowhere/gone.json")),
            ("url.txt", new ConfigFile.Computed("https://example.org")),
            ("web.env", new ConfigFile.Text("# ports\n\nPORT=80\nMY PORT=80\n=1\nPORT\nHOST=a\r\n")))
        with
        { HashInKeys = true })
            .Problems("config").Select(problem => problem.ToString()).ShouldBe([
                "config.files.a b: 'a b'. Allowed: names of letters, digits and _ . -, joined by /; with the prefix 1013 characters. Rename the file.",
                "config.files.gone.json: no file 'nowhere/gone.json'. Allowed: a file. Correct the path; it begins at the folder that the program runs in.",
                "config.files.url.txt: computed content with its hash in the key. Allowed: content that is known before. Set HashInKeys to false.",
                .. new[] { 4, 5, 6, 7 }.Select(line => $"config.files.web.env:{line}: no variable. " +
                    "Allowed: NAME=value, without spaces around the name and without carriage returns. Correct the line."),
            ]);
        Args(("web.env", FromDisk("web.env", [0xff]))).Problems("config").Select(problem => problem.ToString()).ShouldBe([
            "config.files.web.env: bytes that are no text. Allowed: UTF-8. Save the file as UTF-8.",
        ]);
    }

    [Theory]
    [InlineData("conf/web.xml", true)]
    [InlineData(".env", true)]
    [InlineData("/web.xml", false)]
    [InlineData("conf/", false)]
    [InlineData("conf/../web.xml", false)]
    [InlineData("..", false)]
    public void A_name_is_a_plain_path(string name, bool right) =>
        Args((name, new ConfigFile.Text(""))).Problems("config").Any().ShouldBe(!right);

    [Fact]
    public void A_key_has_at_most_1024_characters()
    {
        (Args((new string('a', 1011), new ConfigFile.Text(""))) with { KeyPrefix = "b/" }).Problems("config").ShouldBeEmpty();
        (Args((new string('a', 1012), new ConfigFile.Text(""))) with { KeyPrefix = "b/" }).Problems("config").Count().ShouldBe(1);
    }

    [Fact]
    public async Task Each_file_is_an_object_with_the_hash_of_its_content()
    {
        var plan = await PlanOf(Args(
            ("logo.png", FromDisk("logo.png", [0x89, 0x00, 0xff])),
            ("web.json", new ConfigFile.Text("{}") { ContentType = "application/json" }),
            ("web.properties", FromDisk("web.properties", [.. "a=é"u8]))));
        var text = plan.Only(Type, "config-web.properties");
        (text.Text("bucket"), text.Text("key"), text.Text("content")).ShouldBe(("configs", "web.properties", "a=é"));
        text.Text("sourceHash").ShouldBe(ContentHash.Of("a=é"));
        foreach (var input in new[] { "contentBase64", "contentType", "kmsKeyId", "serverSideEncryption", "source", "etag" })
        {
            text.Input(input).ShouldBeNull(input);
        }

        text.RetainOnDelete.ShouldBeFalse();
        text.Parent.ShouldBe(plan.Only("ecs-platform:storage:ConfigObjects", "config").Urn);
        var binary = plan.Only(Type, "config-logo.png");
        (binary.Text("contentBase64"), binary.Input("content")).ShouldBe(("iQD/", null));
        binary.Text("sourceHash").ShouldBe(ContentHash.Of([0x89, 0x00, 0xff]));
        plan.Only(Type, "config-web.json").Text("contentType").ShouldBe("application/json");
        plan.All(Type).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_is_read_once()
    {
        var file = FromDisk("web.properties", [.. "a=1"u8]);
        var args = Args(("web.properties", file));
        args.Problems("config").ShouldBeEmpty();
        File.WriteAllText(file.Path, "a=2");
        (await PlanOf(args)).Only(Type).Text("content").ShouldBe("a=1");
    }

    [Fact]
    public async Task The_hash_of_all_changes_with_any_content_and_not_otherwise()
    {
        var hash = await HashOf(Args(("a.txt", new ConfigFile.Text("1")), ("b.txt", new ConfigFile.Text("2"))));
        hash.ShouldBe(ContentHash.OfAll([new("a.txt", ContentHash.Of("1")), new("b.txt", ContentHash.Of("2"))]));
        (await HashOf(Args(("b.txt", new ConfigFile.Text("2")), ("a.txt", FromDisk("a.txt", [.. "1"u8]))))).ShouldBe(hash);
        (await HashOf(Args(("a.txt", new ConfigFile.Text("1")), ("b.txt", new ConfigFile.Computed(Output.Create("2")))))).ShouldBe(hash);
        (await HashOf(Args(("a.txt", new ConfigFile.Text("1")), ("b.txt", new ConfigFile.Text("3"))))).ShouldNotBe(hash);
    }

    [Fact]
    public async Task What_takes_the_hash_or_the_bucket_comes_after_the_objects()
    {
        var plan = await TestPlan.OfAsync(() =>
        {
            var config = new ConfigObjects("config", Args(("a.txt", new ConfigFile.Text("1")), ("b.txt", new ConfigFile.Text("2"))));
            _ = new Ec2.SecurityGroup("hash", new Ec2.SecurityGroupArgs { Description = config.ContentHash });
            _ = new Ec2.SecurityGroup("bucket", new Ec2.SecurityGroupArgs { Description = config.BucketArn });
        });
        var objects = plan.All(Type).Select(item => item.Urn).ToList();
        objects.Count.ShouldBe(2);
        var groups = plan.All("aws:ec2/securityGroup:SecurityGroup");
        groups.Count.ShouldBe(2);
        groups.ShouldAllBe(group => objects.All(item => group.PropertyDependencies["description"].Contains(item)));
        plan.Only("aws:ec2/securityGroup:SecurityGroup", "bucket").Text("description").ShouldBe("arn:aws:s3:::configs");
    }

    [Fact]
    public async Task Computed_content_is_uploaded_with_its_hash()
    {
        var item = (await PlanOf(Args(("url.txt", new ConfigFile.Computed(Output.Create("https://example.org")))))).Only(Type);
        (item.Text("content"), item.Text("sourceHash")).ShouldBe(("https://example.org", ContentHash.Of("https://example.org")));
    }

    [Fact]
    public async Task Keys_begin_with_the_prefix_and_hold_the_hash_when_asked()
    {
        ConfigObjects? config = null;
        var plan = await TestPlan.OfAsync(() =>
        {
            config = new ConfigObjects("config", Args(("web.env", new ConfigFile.Text("A=1"))) with { KeyPrefix = "staging/", HashInKeys = true });
        });
        var item = plan.Only(Type, "config-web.env");
        item.Text("key").ShouldBe($"staging/web-{ContentHash.Of("A=1")[..10]}.env");
        // The task definition before names the object before.
        item.RetainOnDelete.ShouldBeTrue();
        config!.Keys["web.env"].ShouldBe(item.Text("key"));
    }

    [Fact]
    public async Task A_key_of_ones_own_encrypts_the_objects()
    {
        var item = (await PlanOf(Args(("a.txt", new ConfigFile.Text("1"))) with { KmsKeyArn = Key })).Only(Type);
        (item.Text("kmsKeyId"), item.Text("serverSideEncryption")).ShouldBe((Key, "aws:kms"));
    }

    [Theory]
    [InlineData(false, "")]
    [InlineData(true, $$""",{"Effect":"Allow","Action":"kms:Decrypt","Resource":"{{Key}}"}""")]
    public async Task Reading_takes_rights_to_these_objects_only(bool encrypted, string decrypt)
    {
        var args = Args(("a.txt", new ConfigFile.Text("1")), ("b.env", new ConfigFile.Text("B=2")));
        var plan = await TestPlan.OfAsync(() => new Dictionary<string, object?>
        {
            ["policy"] = PolicyDocument.Json(new ConfigObjects("config", encrypted ? args with { KmsKeyArn = Key } : args).ReadStatements),
        });
        plan.Root.OutputText("policy").ShouldBe(
            """{"Version":"2012-10-17","Statement":[""" +
            """{"Effect":"Allow","Action":"s3:GetObject","Resource":["arn:aws:s3:::configs/a.txt","arn:aws:s3:::configs/b.env"]},""" +
            $$"""{"Effect":"Allow","Action":"s3:GetBucketLocation","Resource":"arn:aws:s3:::configs"}{{decrypt}}]}""");
    }

    [Fact]
    public async Task Wrong_arguments_end_the_program_with_every_problem() =>
        (await Should.ThrowAsync<Preview.PreviewException>(() => PlanOf(Args(("gone", new ConfigFile.FromDisk("gone"))) with { KeyPrefix = "a" })))
            .Message.ShouldStartWith("ConfigObjects 'config': 2 problems\n  config.keyPrefix: 'a'.");

    private static ConfigObjectsArgs Args(params (string Name, ConfigFile File)[] files) => new()
    {
        BucketName = "configs",
        Files = files.ToImmutableSortedDictionary(file => file.Name, file => file.File, StringComparer.Ordinal),
    };

    private static Task<Plan> PlanOf(ConfigObjectsArgs args) => TestPlan.OfAsync(() => { _ = new ConfigObjects("config", args); });

    private static async Task<string> HashOf(ConfigObjectsArgs args) =>
        (await PlanOf(args)).Only("ecs-platform:storage:ConfigObjects").OutputText("contentHash");

    private ConfigFile.FromDisk FromDisk(string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return new ConfigFile.FromDisk(path);
    }
}
