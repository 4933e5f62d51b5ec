using EcsPlatform.Storage;

namespace EcsPlatform.Tests.Storage;

public class ContentHashTests
{
    [Fact]
    public void The_hash_of_a_text_is_that_of_its_bytes()
    {
        ContentHash.Of("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        ContentHash.Of("é").ShouldBe(ContentHash.Of([0xc3, 0xa9]));
    }

    [Fact]
    public void The_hash_of_several_does_not_depend_on_their_order_but_on_names_and_contents()
    {
        var hash = ContentHash.OfAll([new("a", "1"), new("b", "2")]);
        ContentHash.OfAll([new("b", "2"), new("a", "1")]).ShouldBe(hash);
        ContentHash.OfAll([new("a", "2"), new("b", "1")]).ShouldNotBe(hash);
        ContentHash.OfAll([new("a", "1")]).ShouldNotBe(hash);
        hash.ShouldMatch("^[0-9a-f]{64}$");
    }

    [Theory]
    [InlineData("web.env", "web-0123456789.env")]
    [InlineData("conf/web.properties", "conf/web-0123456789.properties")]
    [InlineData("conf.d/web", "conf.d/web-0123456789")]
    [InlineData("conf/.env", "conf/.env-0123456789")]
    public void A_key_takes_the_hash_before_its_extension(string key, string expected) =>
        ContentHash.InKey(key, "0123456789abcdef").ShouldBe(expected);
}
