using EcsPlatform.Foundations;

namespace EcsPlatform.Tests.Foundations;

public class DnsNameTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("staging-viewer", true)]
    [InlineData("1a", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("A", false)]
    [InlineData("a.b", false)]
    [InlineData("a_b", false)]
    public void Labels(string text, bool expected) => DnsName.IsLabel(text).ShouldBe(expected);

    [Fact]
    public void A_label_has_at_most_63_characters()
    {
        DnsName.IsLabel(new string('a', 63)).ShouldBeTrue();
        DnsName.IsLabel(new string('a', 64)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("example.org", true)]
    [InlineData("library.example.org", true)]
    [InlineData("org", false)]
    [InlineData("library example", false)]
    [InlineData("example.org.", false)]
    [InlineData(".example.org", false)]
    public void Domains(string text, bool expected) => DnsName.IsDomain(text).ShouldBe(expected);

    [Fact]
    public void A_domain_has_at_most_253_characters()
    {
        var label = new string('a', 49) + ".";
        DnsName.IsDomain(label + label + label + label + label + "aaa").ShouldBeTrue();
        DnsName.IsDomain(label + label + label + label + label + "aaaa").ShouldBeFalse();
    }
}
