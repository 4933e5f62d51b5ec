using System.Reflection;
using Pulumi;
using Pulumi.Facts;

namespace EcsPlatform.StandIn.Generated.Tests;

public class OptionsTests
{
    [Theory]
    [MemberData(nameof(Package.Names), MemberType = typeof(Package))]
    public void Every_resource_has_its_version_its_aliases_and_its_secret_outputs(string name)
    {
        var package = Package.All[name];
        foreach (var item in package.Facts.Resources.Values)
        {
            var options = Options(package, item, null);
            options.Version.ShouldBe(package.Facts.Version, item.Token);
            options.Aliases.Select(Type).ShouldBe(item.Aliases, item.Token);
            ((options as CustomResourceOptions)?.AdditionalSecretOutputs ?? []).ShouldBe(item.SecretOutputs, item.Token);
        }
    }

    [Fact]
    public void What_is_given_comes_on_top()
    {
        var package = Package.All["aws"];
        var given = new CustomResourceOptions { Version = "1.2.3", AdditionalSecretOutputs = { "arn" }, Protect = true };
        var options = Options(package, package.Facts.Resources["aws:ssm/parameter:Parameter"], given).ShouldBeOfType<CustomResourceOptions>();
        options.Version.ShouldBe("1.2.3");
        options.AdditionalSecretOutputs.ShouldBe(["value", "valueWo", "arn"]);
        options.Protect.ShouldBe(true);
        given.AdditionalSecretOutputs.ShouldBe(["arn"]);
    }

    private static ResourceOptions Options(Package package, ItemFacts item, ResourceOptions? given) => (ResourceOptions)package.Class(item.ClassName!)
        .GetMethod("MakeResourceOptions", BindingFlags.Static | BindingFlags.NonPublic)!
        .Invoke(null, [given, null])!;

    // An input without outputs behind it is there at once.
    private static string Type(Input<Alias> alias)
    {
        string? type = null;
        alias.Apply(value => value.Type.Apply(text => type = text));
        return type.ShouldNotBeNull();
    }
}
