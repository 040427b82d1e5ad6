"""The row tune-encoder in PyTorch."""

import torch
import torch.nn.functional as F


def tune_encoder():
    """A MiniLM of six blocks: cross-entropy of a cosine classifier plus supervised contrast, 64 texts of 16 tokens, words still."""
    width, heads, hidden, ways, texts, length = 384, 12, 1536, 150, 64, 16
    words = torch.randn(30_522, width) * 0.05
    positions = (torch.randn(512, width) * 0.05).requires_grad_()
    kernel = lambda a, b: (torch.randn(b, a) * 0.03).requires_grad_()
    row = lambda n, value=0.0: torch.full((n,), value).requires_grad_()
    norm = lambda: [row(width, 1.0), row(width)]
    blocks = [
        [kernel(width, 3 * width), row(3 * width), kernel(width, width), row(width), *norm(),
         kernel(width, hidden), row(hidden), kernel(hidden, width), row(width), *norm()]
        for _ in range(6)
    ]
    first, head = norm(), (torch.randn(ways, width) * 0.002).requires_grad_()
    learned = [positions, *first, head, *[w for block in blocks for w in block]]
    tokens = 1 + torch.arange(1500 * length).view(1500, length) * 7919 % 30_000
    rows = torch.arange(32).repeat(2) + 150 * torch.arange(2).repeat_interleave(32)
    y = rows % ways
    mask = (tokens[rows] != 0)[:, None, None, :]
    same = (y[:, None] == y[None]) & ~torch.eye(texts, dtype=torch.bool)
    optimizer = torch.optim.AdamW(learned, lr=5e-5, fused=True)
    shape = lambda x: x.view(texts, length, heads, -1).transpose(1, 2)

    def loss():
        h = F.layer_norm(F.embedding(tokens[rows], words) + positions[:length], (width,), *first, 1e-12)
        for qkv, qkv_b, out, out_b, g1, b1, up, up_b, down, down_b, g2, b2 in blocks:
            q, k, v = map(shape, F.linear(h, qkv, qkv_b).chunk(3, -1))
            a = F.scaled_dot_product_attention(q, k, v, mask).transpose(1, 2).reshape(texts, length, width)
            h = F.layer_norm(h + F.linear(a, out, out_b), (width,), g1, b1, 1e-12)
            h = F.layer_norm(h + F.linear(F.gelu(F.linear(h, up, up_b)), down, down_b), (width,), g2, b2, 1e-12)
        z = F.normalize(h.mean(1), dim=1)
        logits = (z @ z.T / 0.07).masked_fill(torch.eye(texts, dtype=torch.bool), -1e9)
        shares = logits - torch.logsumexp(logits, 1, keepdim=True)
        contrast = -(shares.masked_fill(~same, 0).sum(1) / same.sum(1).clamp(min=1)).mean()
        return F.cross_entropy(20 * z @ F.normalize(head, dim=1).T, y) + contrast

    return loss, optimizer
